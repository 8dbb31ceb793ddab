/**
 * The support desk ends a customer's sign-ins, as far as each strategy lets it. What the answer says about the
 * credentials that live on is the lesson: it depends on where the state lies.
 */
import { z } from 'zod'
import { db } from '@/lib/db/client'
import { createGenerationStore } from '@/lib/strategies/cookie/store'
import type { Whose } from '@/lib/strategies/jwt/site/rows'
import { createRefreshFamilyStore } from '@/lib/strategies/jwt/store'
import { createSessionStore } from '@/lib/strategies/session/store'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { applyFinding } from '@/lib/trace/ledger/apply-finding'
import type { Timeline } from '@/lib/trace/publish/timeline'
import type { DeskEvent, ForcedSignOut } from '@/lib/trace/publish/timeline-event'
import type { OwnedSandbox } from '../world/sandbox'
import { sealsOf } from '../world/seals-seen'
import { publishStored } from '../world/stored'
import { aliveTokens, denyTokens } from '../world/tokens-alive'
import { tellForced } from './audit'

export const ForceSignOut = z.object({ email: z.string().max(254), strategy: z.enum(STRATEGIES).optional() })

/** What was done, and when. Known by its `at`. */
export type DeskAct = Omit<DeskEvent, 'type'>

interface Desk {
  sandbox: OwnedSandbox
  timeline: Timeline
  user: { id: string; email: string }
  now: Date
}

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
): Promise<DeskAct | null> {
  const user = sandbox.users.byEmail(email)
  if (!user) return null
  const at = new Date().toISOString()
  const desk = { sandbox, timeline, user, now: sandbox.clock.now() }
  const asked: readonly StrategyName[] = strategy ? [strategy] : STRATEGIES
  const lanes = await inEachLane(desk, asked)
  const done: DeskAct = {
    act: 'force-sign-out',
    at,
    sandboxAt: desk.now.toISOString(),
    email: user.email,
    lanes,
  }
  tellForced(sandbox.id, lanes)
  timeline.noteDesk({
    type: 'sign-ins-ended',
    userId: user.id,
    because: 'forced',
    at: desk.now,
    lanes: asked,
  })
  timeline.publish({ type: 'desk', ...done })
  await publishStored(sandbox.id, timeline)
  return done
}

async function inEachLane(desk: Desk, asked: readonly StrategyName[]): Promise<DeskEvent['lanes']> {
  const act = async (lane: StrategyName) => (asked.includes(lane) ? LANES[lane](desk) : NOT_ASKED)
  return { session: await act('session'), jwt: await act('jwt'), cookie: await act('cookie') }
}

const LANES: Record<StrategyName, (desk: Desk) => ForcedSignOut | Promise<ForcedSignOut>> = {
  /** The row is the sign-in: without it the id in the browser means nothing. */
  async session({ sandbox, user }) {
    const ended = await createSessionStore(db(), sandbox.id).endAll(user.id)
    return nothingLeft(ended, ended > 0 ? 'row_deleted' : 'nothing_to_delete')
  },

  /** No more refreshes; an access token that is out there is believed until it expires, unless there is a list of denied ones. */
  async jwt({ sandbox, timeline, user, now }) {
    const { ended } = await createRefreshFamilyStore(db(), sandbox.id).endAll(user.id, 'forced', now)
    return endedFamilies(sandbox, timeline, { sub: user.id }, ended)
  },

  /**
   * The shop keeps nothing that it could end. It can only say until when a visit may live, from what was seen. With a number per
   * customer it keeps one thing, and all visits of an older number are refused.
   */
  async cookie({ sandbox, timeline, user, now }) {
    const { generation, protection } = sandbox.dials.cookie
    if (generation) {
      await raiseGeneration(sandbox.id, timeline, user.id)
      return nothingLeft(0, protection === 'plain' ? 'generation_raised_alterable' : 'generation_raised')
    }
    const complete = sandbox.bornHere && timeline.dropped === 0
    return sealsOf(user.email, { exchanges: timeline.after(0), complete, now })
  },
}

/** What is left of a sign-in when its families have ended. */
export async function endedFamilies(
  sandbox: OwnedSandbox,
  timeline: Timeline,
  whose: Whose,
  ended: number,
): Promise<ForcedSignOut> {
  const { until, because } = await aliveTokens(sandbox, timeline, whose)
  if (sandbox.dials.jwt.denylist) {
    await denyTokens(sandbox, timeline, whose)
    return nothingLeft(ended, ended > 0 || until ? 'tokens_denied' : 'not_signed_in')
  }
  if (!until || !because) return nothingLeft(ended, ended > 0 ? 'family_ended' : 'not_signed_in')
  const code = ended > 0 && because === 'access_token_lives' ? 'family_ended_access_token_lives' : because
  return { reached: true, ended, credentialsAliveUntil: until.toISOString(), because: code }
}

export async function raiseGeneration(sandboxId: string, timeline: Timeline, userId: string): Promise<void> {
  const generation = await createGenerationStore(db(), sandboxId).raise(userId)
  applyFinding(timeline.ledger, { type: 'generation-row', known: false, row: { userId, generation } })
}

export const nothingLeft = (ended: number, because: string): ForcedSignOut => ({
  reached: true,
  ended,
  credentialsAliveUntil: null,
  because,
})
