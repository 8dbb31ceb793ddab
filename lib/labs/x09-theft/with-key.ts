/** The same acts where a token is bound to a key of its client (DPoP): the thief has a copy of the token and of her proofs. */
import { ACCESS_TOKEN_LIFE } from '@/lib/strategies/lifetimes'
import { type KeyBound, TRIES } from '../bound/bound'
import type { Reply } from '../stage/client'
import type { ServerStage } from '../stage/server-stage'

export type TheftMoment = 'at-once' | 'after-sign-out' | 'after-forced' | 'one-life-later'
export type TheftStage = ServerStage<TheftMoment, 'gets-in' | 'refused'>

export async function* playWithKey(stage: TheftStage): AsyncGenerator<string, void> {
  const { laptop, desk } = stage
  const bound = await stage.outside.openBound()
  try {
    await desk.signIn(laptop)
    await bound.bind(laptop)
    yield 'sign-in'
    await tried(stage, bound, 'at-once')
    yield 'copy'

    await laptop.post('sign-out')
    await tried(stage, bound, 'after-sign-out')
    yield 'sign-out'

    await desk.signIn(laptop)
    await bound.bind(laptop)
    yield 'steal-again'

    await desk.forceSignOut()
    await tried(stage, bound, 'after-forced')
    yield 'force-sign-out'

    await desk.later(ACCESS_TOKEN_LIFE)
    await tried(stage, bound, 'one-life-later')
    yield 'wait'
  } finally {
    await bound.close()
  }
}

/** In all ways that there are without the key. `owner`: the status that she gets, with it. */
async function tried(
  { laptop, attacker, found }: TheftStage,
  bound: KeyBound,
  moment: TheftMoment,
): Promise<void> {
  const { status: owner } = await bound.ask(laptop)
  const replies: Reply[] = []
  for (const how of TRIES) replies.push(await bound.replay(attacker, how))
  const letIn = replies.find(({ status }) => status === 200)
  found(moment, letIn ? 'gets-in' : 'refused', letIn ?? replies[TRIES.indexOf('own-key')]!, {
    ...{
      owner,
      tried: replies.length,
      faults: [...new Set(replies.map(({ json }) => json.fault))].join(', '),
    },
  })
}
