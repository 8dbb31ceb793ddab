/**
 * The support desk ends a customer's sign-ins, as far as each strategy lets it. What the answer says about the
 * credentials that live on is the lesson: it depends on where the state lies.
 */
import { z } from 'zod'
import { db } from '../db'
import { createRefreshFamilyStore } from '../strategies/jwt/store'
import { createSessionStore } from '../strategies/session/store'
import { STRATEGIES, type StrategyName } from '../strategies/strategy'
import type { DeskEvent, ForcedSignOut, Timeline } from '../trace/timeline'
import type { OwnedSandbox } from './sandbox'
import { sealsOf } from './seals-seen'
import { publishStored } from './stored'

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
    const because = ended > 0 ? 'row_deleted' : 'nothing_to_delete'
    return { reached: true, ended, credentialsAliveUntil: null, because }
  },

  /** No more refreshes; an access token that is out there is believed until it expires. */
  async jwt({ sandbox, user, now }) {
    const { ended } = await createRefreshFamilyStore(db(), sandbox.id).endAll(user.id, 'forced', now)
    const alive = await lastAccessToken(sandbox.id, user.id, now)
    return { reached: true, ended, credentialsAliveUntil: iso(alive), because: jwtReason(ended, alive) }
  },

  /** The shop keeps nothing that it could end. It can only say until when a seal may live, from what was seen. */
  cookie({ sandbox, timeline, user, now }) {
    const complete = sandbox.bornHere && timeline.dropped === 0
    return sealsOf(user.email, { exchanges: timeline.after(0), complete, now })
  },
}

/** Those of families that ended earlier count too: signing out does not call an access token back. */
async function lastAccessToken(sandboxId: string, subject: string, now: Date): Promise<Date | null> {
  const where = { sandboxId, subject, accessExpiresAt: { gt: now } }
  const newest = await db().refreshFamily.aggregate({ where, _max: { accessExpiresAt: true } })
  return newest._max.accessExpiresAt
}

function jwtReason(ended: number, alive: Date | null): string {
  if (ended > 0) return alive ? 'family_ended_access_token_lives' : 'family_ended'
  return alive ? 'access_token_lives' : 'not_signed_in'
}

const iso = (date: Date | null) => date?.toISOString() ?? null
