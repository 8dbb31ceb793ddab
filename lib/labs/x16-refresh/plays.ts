/** The acts of X16, one function each. Every act begins with a sign-in of its own: an alarm ends the family. */
import { ACCESS_TOKEN_LIFE } from '@/lib/strategies/lifetimes'
import { secondsLeft } from '../run/remaining'
import type { LabClient, Reply } from '../stage/client'
import type { MachineOutcome, Stage } from './moments'
import { refreshRead } from './refresh-read'

export const PLAYS: Record<string, (stage: Stage) => Promise<void>> = {
  'seven-steps': sevenSteps,
  'thief-first': thiefFirst,
  'owner-first': ownerFirst,
  'three-rounds': threeRounds,
  'cookie-only': cookieOnly,
  'two-tabs': twoTabs,
  'lost-answer': lostAnswer,
  reload,
}

/** Longer than every grace window that a position of this lab opens. */
const PAST_GRACE = 10
/** Twice this is longer than the idle life of a session. */
const LONG_PAUSE = 1000

/** Sign-in, both tokens, use, expired, refresh, a new one, and the request again. */
async function sevenSteps(stage: Stage): Promise<void> {
  const { strategy, laptop, desk, found } = stage
  const nothing = strategy === 'cookie' && (await signedInAnew(stage))
  if (nothing) {
    found('refresh-read', 'none', nothing)
    return found('life-over', 'none', nothing)
  }
  laptop.forget()
  refreshRead(stage, await desk.signIn(laptop))
  const before = laptop.credential
  if (strategy === 'session') return rowMoves(stage)
  await laptop.get('me')
  await desk.later(ACCESS_TOKEN_LIFE)
  const expired = await laptop.get('me')
  if (expired.json?.code !== 'credential_expired') throw new Error(`expected expiry, got ${expired.status}`)
  const refreshed = await laptop.post('refresh')
  const again = await laptop.get('me')
  const isRenewed = again.json?.customer && laptop.credential !== before
  found('life-over', isRenewed ? 'renewed' : 'signed-out', refreshed, costOf(refreshed))
}

async function rowMoves({ laptop, desk, found }: Stage): Promise<void> {
  await desk.later(LONG_PAUSE)
  const moved = await laptop.get('me')
  await desk.later(LONG_PAUSE)
  const again = await laptop.get('me')
  found('life-over', again.json?.customer ? 'moved' : 'signed-out', moved, costOf(moved))
}

async function thiefFirst(stage: Stage): Promise<void> {
  const { laptop, attacker, desk, found } = stage
  const nothing = await stolen(stage)
  if (nothing) return found('thief-first', 'none', nothing)
  await desk.later(ACCESS_TOKEN_LIFE)
  await renew(attacker)
  await desk.later(PAST_GRACE)
  const owner = await renew(laptop)
  // What an alarm does not take back: the access token that the thief already has.
  const left = await attacker.get('me')
  const seconds = left.status === 200 ? secondsLeft(left) : 0
  const thief = await renew(attacker)
  found('thief-first', fate(owner, thief), owner.status === 200 ? thief : owner, { seconds })
}

async function ownerFirst(stage: Stage): Promise<void> {
  const { laptop, attacker, desk, found } = stage
  const nothing = await stolen(stage)
  if (nothing) return found('thief-at-once', 'none', nothing)
  await renew(laptop)
  const thief = await renew(attacker)
  const first = fate(await renew(laptop), thief)
  if (first !== 'unnoticed') return found('thief-at-once', first, thief)
  await desk.later(ACCESS_TOKEN_LIFE)
  await renew(laptop)
  await desk.later(ACCESS_TOKEN_LIFE)
  const later = await renew(attacker)
  found('thief-at-once', later.status === 200 ? 'unnoticed' : 'alarm-later', later)
}

async function threeRounds(stage: Stage): Promise<void> {
  const { laptop, attacker, desk, found } = stage
  const nothing = await stolen(stage)
  if (nothing) return found('thief-late', 'none', nothing)
  for (let round = 0; round < 3; round++) {
    await desk.later(ACCESS_TOKEN_LIFE)
    await renew(laptop)
  }
  const thief = await renew(attacker)
  found('thief-late', fate(await renew(laptop), thief), thief)
}

/** A copy of the cookie store alone: what lies in the memory of the page is not in it. */
async function cookieOnly(stage: Stage): Promise<void> {
  const { attacker, found } = stage
  const nothing = await stolen(stage)
  if (nothing) return found('cookie-only', 'none', nothing)
  attacker.reload()
  const reply = await renew(attacker)
  found('cookie-only', reply.status === 200 ? 'gets-in' : 'refused', reply)
}

async function twoTabs(stage: Stage): Promise<void> {
  const { laptop, found } = stage
  const nothing = await signedInAnew(stage)
  if (nothing) return found('two-tabs', 'none', nothing)
  const tabs = await Promise.all([renew(laptop), renew(laptop)])
  const next = await renew(laptop)
  const refused = tabs.find(({ status }) => status !== 200)
  found('two-tabs', stateOf(next), next.status === 200 ? next : (refused ?? next))
}

/** The server has rotated, and the browser never heard of it. */
async function lostAnswer(stage: Stage): Promise<void> {
  const { laptop, desk, found } = stage
  const nothing = await signedInAnew(stage)
  if (nothing) return found('lost-answer', 'none', nothing)
  await desk.later(ACCESS_TOKEN_LIFE)
  const kept = { jar: laptop.jar.copy(), accessToken: laptop.accessToken }
  await renew(laptop)
  Object.assign(laptop, kept)
  const again = await renew(laptop)
  found('lost-answer', stateOf(again), again)
}

async function reload(stage: Stage): Promise<void> {
  const { strategy, laptop, found } = stage
  const nothing = await signedInAnew(stage)
  if (nothing && strategy === 'cookie') return found('reload', 'none', nothing)
  laptop.reload()
  const reply = await renew(laptop)
  found('reload', stateOf(reply), reply)
}

/** A sign-in of its own. @returns what shows that nothing renews it: no such address, or an answer without a refresh cookie; else null */
async function signedInAnew({ strategy, laptop, desk }: Stage): Promise<Reply | null> {
  laptop.forget()
  const signedIn = await desk.signIn(laptop)
  if (strategy === 'cookie') {
    const asked = await laptop.post('refresh')
    return asked.status === 404 ? asked : null
  }
  return laptop.jar.cookies.length === 0 ? signedIn : null
}

/** The attacker has a copy of all that the laptop holds. @returns as above */
async function stolen(stage: Stage): Promise<Reply | null> {
  const nothing = await signedInAnew(stage)
  if (!nothing) stage.attacker.copyFrom(stage.laptop)
  return nothing
}

const renew = (client: LabClient): Promise<Reply> =>
  client.strategy === 'jwt' ? client.post('refresh') : client.get('me')

const stateOf = ({ status }: Reply): MachineOutcome => (status === 200 ? 'still-in' : 'signed-out')

function fate(owner: Reply, thief: Reply): MachineOutcome {
  if (thief.status === 200) return owner.status === 200 ? 'unnoticed' : 'owner-out'
  return owner.status === 200 ? 'thief-out' : 'alarm'
}

const costOf = ({ exchange }: Reply) => ({
  reads: exchange?.cost.reads ?? 0,
  writes: exchange?.cost.writes ?? 0,
})
