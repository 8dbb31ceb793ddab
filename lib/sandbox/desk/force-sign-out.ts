/**
 * The support desk ends a customer's sign-ins, as far as each strategy lets it. What the answer says about the
 * credentials that live on is the lesson: it depends on where the state lies.
 */
import { z } from 'zod'
import type { Desk, ForcedSignOut } from '@/lib/strategies/site/desk'
import { DESKS } from '@/lib/strategies/site/served-lanes'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import type { Timeline } from '@/lib/trace/publish/timeline'
import type { DeskEvent } from '@/lib/trace/publish/timeline-event'
import type { OwnedSandbox } from '../world/sandbox'
import { readStored } from '../world/stored'
import { tellForced } from './audit'
import { deskOf } from './desk-of'
import { watchStores } from './watch-stores'

export const ForceSignOut = z.object({ email: z.string().max(254), strategy: z.enum(STRATEGIES).optional() })

/** What was done, and when. Known by its `at`. */
export type DeskRecord = Omit<DeskEvent, 'type'>

const NOT_ASKED: ForcedSignOut = {
  reached: false,
  ended: 0,
  credentialsAliveUntil: null,
  because: 'not_asked',
}

/** null: there is no such user. */
export async function forceSignOut(
  sandbox: OwnedSandbox,
  timeline: Timeline,
  { email, strategy }: z.infer<typeof ForceSignOut>,
): Promise<DeskRecord | null> {
  const user = sandbox.users.byEmail(email)
  if (!user) return null
  const changed = await watchStores(sandbox, timeline)
  const at = new Date().toISOString()
  const desk = deskOf(sandbox, timeline)
  const asked: readonly StrategyName[] = strategy ? [strategy] : STRATEGIES
  const lanes = await inEachLane(desk, user, asked)
  tellForced(sandbox.id, lanes)
  timeline.noteDesk({
    type: 'sign-ins-ended',
    userId: user.id,
    because: 'forced',
    at: desk.now,
    lanes: asked,
  })
  const stored = await readStored(sandbox.id, timeline)
  const done: DeskRecord = {
    act: 'force-sign-out',
    at,
    sandboxAt: desk.now.toISOString(),
    email: user.email,
    lanes,
    changed: changed(),
  }
  timeline.publish({ type: 'desk', ...done })
  for (const lane of stored) timeline.publish(lane)
  return done
}

type User = Parameters<(typeof DESKS)[StrategyName]['signOut']>[1]

async function inEachLane(
  desk: Desk,
  user: User,
  asked: readonly StrategyName[],
): Promise<DeskEvent['lanes']> {
  const act = async (lane: StrategyName) =>
    asked.includes(lane) ? DESKS[lane].signOut(desk, user) : NOT_ASKED
  return { session: await act('session'), jwt: await act('jwt'), cookie: await act('cookie') }
}
