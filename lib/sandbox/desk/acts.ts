/** What an owner may do to a sandbox from outside of the lanes. */
import type { Timeline } from '@/lib/trace/publish/timeline'
import { purgeAll, purgeExpired } from '../world/purge'
import type { OwnedSandbox } from '../world/sandbox'
import type { Act } from './act-schema'
import { tellAct } from './audit'
import { deviceOfSignIn, type ForceOutcome, forceDevice, forceEveryone } from './force-acts'
import { noteAct, saidOf } from './note-act'
import { watchStores } from './watch-stores'

type Refusal = 'not_possible' | 'no_sandbox' | 'unknown_user' | 'unknown_device'

export type ActOutcome = { ok: true; answer: object } | { ok: false; code: Refusal }

/** What was done is on the timeline; what could not be done leaves nothing there. */
export async function act(sandbox: OwnedSandbox, timeline: Timeline, wanted: Act): Promise<ActOutcome> {
  const changed = await watchStores(sandbox, timeline)
  const began = new Date()
  const device =
    wanted.act === 'force-sign-out-device' ? await deviceOfSignIn(sandbox, timeline, wanted) : undefined
  const acted = await carryOut(sandbox, timeline, wanted)
  if (acted.ok) {
    noteAct(sandbox, timeline, { ...saidOf(wanted, device), changed: changed() }, began)
    tellAct(sandbox.id, wanted, acted.answer)
  }
  return acted
}

async function carryOut(sandbox: OwnedSandbox, timeline: Timeline, wanted: Act): Promise<ActOutcome> {
  switch (wanted.act) {
    case 'purge':
      return done(wanted, { removed: await purgeAll(sandbox, timeline) })
    case 'purge-expired':
      return done(wanted, { removed: await purgeExpired(sandbox, timeline) })
    case 'restart':
      return restart(sandbox, timeline, wanted)
    case 'rotate-keys':
      return rotate(sandbox, wanted)
    case 'force-sign-out-device':
      return told(wanted, await forceDevice(sandbox, timeline, wanted))
    case 'force-sign-out-everyone':
      return told(wanted, await forceEveryone(sandbox, timeline, wanted))
    default:
      return changeUser(sandbox, wanted)
  }
}

/** Dials, clock, keys and users come from the database again, where they were kept all the time. */
async function restart(sandbox: OwnedSandbox, timeline: Timeline, wanted: Act): Promise<ActOutcome> {
  if (!(await sandbox.reload())) return { ok: false, code: 'no_sandbox' }
  timeline.publish({ type: 'settings', settings: sandbox.dials })
  return done(wanted)
}

async function rotate(
  sandbox: OwnedSandbox,
  wanted: Extract<Act, { act: 'rotate-keys' }>,
): Promise<ActOutcome> {
  const { strategy, keepPrevious } = wanted
  // A random id is checked against a row and not with a key; a plain visit is not checked at all.
  const isPlain = strategy === 'cookie' && sandbox.dials.cookie.protection === 'plain'
  if (strategy === 'session' || isPlain) return { ok: false, code: 'not_possible' }
  return done(wanted, { generation: await sandbox.rotateKeys(strategy, keepPrevious) })
}

async function changeUser(
  { users }: OwnedSandbox,
  wanted: Extract<Act, { email: string }>,
): Promise<ActOutcome> {
  const user = users.byEmail(wanted.email)
  if (!user) return { ok: false, code: 'unknown_user' }
  if (wanted.act === 'set-discount') await users.setDiscount(user.id, wanted.discount)
  else await users.setRole(user.id, wanted.act === 'promote' ? 'support' : 'customer')
  return done(wanted, { user: users.find(user.id) })
}

const told = (wanted: Act, forced: ForceOutcome): ActOutcome =>
  typeof forced === 'string' ? { ok: false, code: forced } : done(wanted, forced)

const done = (wanted: Act, more: object = {}): ActOutcome => ({
  ok: true,
  answer: { act: wanted.act, ...more },
})
