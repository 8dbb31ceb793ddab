/** The acts of X23, one function each. Every act begins with a sign-in of its own: an alarm ends all that is remembered. */
import { PLAIN_COOKIE, REMEMBER_COOKIE, type Remember } from '../remember/remember'
import type { LabClient, Reply } from '../stage/client'
import { INVENTED, plantValue } from '../x12-fixation/planting'
import type { RememberOutcome, RememberStage } from './moments'
import { popup } from './popup'

type Play = (stage: RememberStage, remember: Remember) => Promise<void>

export const PLAYS: Record<string, Play> = {
  'come-back': comeBack,
  stolen,
  'at-once': thiefAtOnce,
  tabs: twoTabs,
  lost: lostAnswer,
  invent,
  table: fromTable,
  phone: secondDevice,
  popup,
}

const HOUR = 3600
/** Sessions end after half an hour of nothing, access tokens after a minute. */
const NIGHT = 10 * HOUR
const WEEK = 7 * 24 * HOUR
const PAUSE = HOUR
/** Longer than every window. */
const PAST_GRACE = 120
/** Shorter than every window that is open. */
const AT_ONCE = 5
/** Between the two windows. */
const SLOW = 30

async function comeBack(stage: RememberStage, remember: Remember): Promise<void> {
  const { laptop, desk, found } = stage
  await signedIn(stage, remember)
  await desk.later(NIGHT)
  // Without what is remembered: the session is over.
  if (stage.strategy === 'session') await laptop.get('me')
  const morning = await cameBack(laptop, remember)
  found('next-morning', stateOf(morning), morning, { hours: NIGHT / HOUR })
  await desk.later(WEEK)
  const later = await cameBack(laptop, remember)
  found('week-later', stateOf(later), later)
}

/** The thief comes first, the owner two minutes later. */
async function stolen(stage: RememberStage, remember: Remember): Promise<void> {
  const { laptop, attacker, desk, found } = stage
  await copied(stage, remember)
  await desk.later(PAUSE)
  await cameBack(attacker, remember)
  await desk.later(PAST_GRACE)
  const owner = await cameBack(laptop, remember)
  const thief = await cameBack(attacker, remember)
  found('stolen', fateOf(owner, thief), isIn(owner) ? thief : owner)
}

/** The owner comes first, the thief five seconds later with the token that was just spent. */
async function thiefAtOnce(stage: RememberStage, remember: Remember): Promise<void> {
  const { laptop, attacker, desk, found } = stage
  await copied(stage, remember)
  await desk.later(PAUSE)
  await cameBack(laptop, remember)
  await desk.later(AT_ONCE)
  const thief = await cameBack(attacker, remember)
  if (!isIn(thief)) return found('thief-at-once', fateOf(await cameBack(laptop, remember), thief), thief)
  await desk.later(PAUSE)
  await cameBack(laptop, remember)
  await desk.later(PAUSE)
  const later = await cameBack(attacker, remember)
  found('thief-at-once', isIn(later) ? 'unnoticed' : 'alarm-later', later)
}

/** The browser restores two tabs at once: one token, two requests. */
async function twoTabs(stage: RememberStage, remember: Remember): Promise<void> {
  const { laptop, desk, found } = stage
  await signedIn(stage, remember)
  await desk.later(PAUSE)
  const tabs = await Promise.all([cameBack(laptop, remember), cameBack(laptop, remember)])
  const next = await cameBack(laptop, remember)
  const refused = tabs.find((tab) => !isIn(tab))
  found('two-tabs', isIn(next) ? 'known' : 'false-alarm', isIn(next) ? next : (refused ?? next))
}

/** The server has changed the token, and the browser never heard of it. */
async function lostAnswer(stage: RememberStage, remember: Remember): Promise<void> {
  const { laptop, desk, found } = stage
  await signedIn(stage, remember)
  await desk.later(PAUSE)
  const kept = { jar: laptop.jar.copy(), accessToken: laptop.accessToken }
  await cameBack(laptop, remember)
  Object.assign(laptop, kept)
  await desk.later(SLOW)
  const again = await cameBack(laptop, remember)
  found('lost-answer', isIn(again) ? 'known' : 'false-alarm', again, { seconds: SLOW })
}

/** Somebody who knows the form and has copied nothing. */
async function invent(
  { strategy, position, attacker, found }: RememberStage,
  remember: Remember,
): Promise<void> {
  attacker.forget()
  if (strategy !== 'session') plantValue(attacker, INVENTED[strategy])
  else if (position === 'plain') attacker.hold(PLAIN_COOKIE, 'mina@shop.example')
  else attacker.hold(REMEMBER_COOKIE, `${INVENTED.session}.${INVENTED.session}`)
  const reply = await cameBack(attacker, remember)
  found('invented', isIn(reply) ? 'gets-in' : 'refused', reply)
}

/** A copy of the server's table, which has a hash of the token. */
async function fromTable(stage: RememberStage, remember: Remember): Promise<void> {
  const { strategy, attacker, found } = stage
  const signed = await signedIn(stage, remember)
  const text = await remember.fromTable()
  if (text === null) return found('from-table', 'nothing', signed)
  attacker.forget()
  if (strategy === 'session') attacker.hold(REMEMBER_COOKIE, text)
  else plantValue(attacker, text)
  const reply = await cameBack(attacker, remember)
  found('from-table', isIn(reply) ? 'gets-in' : 'refused', reply)
}

/** Mina asks on her phone to be kept signed in, too. Is her laptop still? */
async function secondDevice(stage: RememberStage, remember: Remember): Promise<void> {
  const { laptop, phone, desk, found } = stage
  await signedIn(stage, remember)
  await signedIn(stage, remember, phone)
  await desk.later(PAUSE)
  const reply = await cameBack(laptop, remember)
  found('second-device', stateOf(reply), reply)
}

async function signedIn(
  { strategy, laptop, desk }: RememberStage,
  remember: Remember,
  client: LabClient = laptop,
): Promise<Reply> {
  client.forget()
  const reply = await desk.signIn(client)
  return strategy === 'session' ? remember.keep(client) : reply
}

/** The attacker has a copy of all that the laptop keeps. */
async function copied(stage: RememberStage, remember: Remember): Promise<void> {
  await signedIn(stage, remember)
  stage.attacker.copyFrom(stage.laptop)
}

/** The browser opens a page of the shop, and has what outlived its closing. */
async function cameBack(client: LabClient, remember: Remember): Promise<Reply> {
  if (client.strategy === 'session') return remember.comeBack(client)
  client.reload()
  return client.strategy === 'jwt' ? client.post('refresh') : client.get('me')
}

const isIn = ({ status }: Reply): boolean => status === 200

const stateOf = (reply: Reply): RememberOutcome => (isIn(reply) ? 'known' : 'out')

function fateOf(owner: Reply, thief: Reply): RememberOutcome {
  if (isIn(thief)) return isIn(owner) ? 'unnoticed' : 'owner-out'
  return isIn(owner) ? 'refused' : 'alarm'
}
