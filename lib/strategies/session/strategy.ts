/**
 * session: the server holds everything.
 *
 * Browser: one cookie with a random id.
 * Server:  one row per visit: who, cart, when it ends. Only the hash of the id is stored.
 * Cost:    one read per request, one write per change.
 * Can:     end any visit at once, by deleting its row, and say which devices are signed in.
 */
import { NOBODY, type Visit } from '@/lib/shop/visit'
import type { CredentialStatus, OpenVisit, RefusalReason, SaveOutcome, Strategy } from '../strategy'
import { SESSION_COOKIE, takeBack } from './cookies'
import { sessionDevices } from './devices'
import { issue, reissue } from './issue'
import { endOf, touchEvery } from './lifetime'
import type { Ports } from './ports'
import type { SessionRow } from './store'

export const sessionStrategy: Strategy<Ports> = {
  name: 'session',
  ambient: () => true,

  async open(ports) {
    const sent = ports.cookies.read(SESSION_COOKIE)
    if (sent.length === 0) return handle(ports, 'absent')
    if (sent.length > 1) return handle(ports, 'refused', { reason: 'doubled' })
    const idHash = ports.sessionIds.hash(sent[0]!)
    if (!idHash) return handle(ports, 'refused', { reason: 'malformed' })
    const row = await ports.sessions.find(idHash)
    if (!row) return ports.adopt?.(ports, idHash) ?? handle(ports, 'refused', { reason: 'unknown' })
    if (endOf(ports, row) <= ports.now()) return handle(ports, 'expired')
    const customer = customerOf(ports, row)
    if (customer === undefined) return handle(ports, 'refused', { reason: 'no_such_user' })
    return handle(ports, 'valid', { row, visit: { customer, cart: row.cart } })
  },
}

/** Looked up, so that a changed role counts at once; or as the row has it, where one was kept. */
function customerOf({ users }: Ports, { userId, customer }: SessionRow) {
  if (userId === null) return null
  return customer ?? users.find(userId) ?? undefined
}

interface Found {
  row?: SessionRow
  visit?: Visit
  reason?: RefusalReason
}

export function handle(ports: Ports, status: CredentialStatus, found: Found = {}): OpenVisit {
  const { row, visit, reason } = found
  const devices = sessionDevices(ports, row)
  return {
    status,
    reason,
    visit: visit ?? NOBODY,
    expiresAt: row ? endOf(ports, row) : null,
    save: (next) => (row ? saveRow(ports, row, next) : issue(ports, next)),
    renew: (next) => signIn(ports, next, row),
    touch: () => touch(ports, row),
    end: async () => {
      if (row) await ports.sessions.end(row.idHash)
      if (status !== 'absent') takeBack(ports)
    },
    passwordChanged: async () => {
      if (!ports.keepsOthers) await devices.endOthers()
    },
    devices,
  }
}

async function saveRow(ports: Ports, row: SessionRow, next: Visit): Promise<SaveOutcome> {
  const now = ports.now()
  if (!(await ports.sessions.save(row, next.cart, now))) return { outcome: 'stale' }
  return { outcome: 'saved', visit: next, expiresAt: endOf(ports, { ...row, lastSeenAt: now }) }
}

/** A new id at sign-in: an id that somebody planted before is worth nothing after (session fixation). */
async function signIn(ports: Ports, next: Visit, row: SessionRow | undefined): Promise<SaveOutcome> {
  if (!row) return issue(ports, next)
  return ports.keepId?.(ports, next, row) ?? reissue(ports, next, row)
}

async function touch(ports: Ports, row: SessionRow | undefined) {
  if (!row || !ports.dials.session.sliding) return undefined
  const now = ports.now()
  const every = touchEvery(ports.dials.session.idle) * 1000
  if (now.getTime() - row.lastSeenAt.getTime() >= every) await ports.sessions.touch(row, now)
  return undefined
}
