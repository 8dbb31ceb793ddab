/** The same acts through a backend for frontend: what can be copied from the browser is a cookie, and the tokens stay on a server. */
import { ACCESS_TOKEN_LIFE } from '@/lib/strategies/lifetimes'
import type { Bff } from '../bff/bff'
import { secondsUntil } from '../run/remaining'
import type { TheftMoment, TheftStage } from './with-key'

export async function* playThroughBff(stage: TheftStage): AsyncGenerator<string, void> {
  const { laptop, attacker, desk } = stage
  const bff = await stage.outside.openBff()
  try {
    await bff.signIn(laptop)
    await bff.add(laptop, 'apple', 2)
    yield 'sign-in'

    attacker.copyFrom(laptop)
    await replayed(stage, bff, 'at-once')
    yield 'copy'

    await bff.signOut(laptop)
    await replayed(stage, bff, 'after-sign-out')
    yield 'sign-out'

    await bff.signIn(laptop)
    attacker.copyFrom(laptop)
    yield 'steal-again'

    await desk.forceSignOut()
    await replayed(stage, bff, 'after-forced')
    yield 'force-sign-out'

    await desk.later(ACCESS_TOKEN_LIFE)
    await replayed(stage, bff, 'one-life-later')
    yield 'wait'
  } finally {
    await bff.close()
  }
}

/** `seconds`: what the access token has left, which is with the server; `shop`: what the copy gets at the shop itself, where only customers are answered. */
async function replayed({ attacker, found }: TheftStage, bff: Bff, moment: TheftMoment): Promise<void> {
  const { status: shop } = await attacker.get('orders')
  const reply = await bff.me(attacker)
  const seconds = secondsUntil(bff.accessUntil, reply)
  found(moment, reply.json?.customer ? 'gets-in' : 'refused', reply, { seconds, shop })
}
