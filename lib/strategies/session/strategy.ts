/**
 * session: the server holds everything.
 *
 * Browser: one cookie with a random id.
 * Server:  one row per visit: who, cart, when it ends. Only the hash of the id is stored.
 * Cost:    one read per request, one write per change.
 * Can:     end any visit at once, by deleting its row, and say which devices are signed in.
 */
import { NOBODY, type Visit } from '../../shop/visit'
import { SESSION_LIFE, SESSION_TOUCH_EVERY } from '../lifetimes'
import { makeHandle } from '../opaque'
import type { CredentialStatus, OpenVisit, Ports, RefusalReason, Saved, Strategy } from '../strategy'
import { SESSION_COOKIE } from './credential'
import { endOf, sessionDevices } from './devices'
import type { SessionRow } from './store'

export const sessionStrategy: Strategy = {
  name: 'session',
  ambient: true,

  async open(ports) {
    const sent = ports.cookies.read(SESSION_COOKIE)
    if (sent.length === 0) return handle(ports, 'absent')
    if (sent.length > 1) return handle(ports, 'refused', { reason: 'doubled' })
    const idHash = ports.sessionIds.hash(sent[0]!)
    if (!idHash) return handle(ports, 'refused', { reason: 'malformed' })
    const row = await ports.sessions.find(idHash)
    if (!row) return handle(ports, 'refused', { reason: 'unknown' })
    if (endOf(row) <= ports.now()) return handle(ports, 'expired')
    const customer = row.userId === null ? null : ports.users.find(row.userId)
    if (row.userId !== null && !customer) return handle(ports, 'refused', { reason: 'no_such_user' })
    return handle(ports, 'valid', { row, visit: { customer, cart: row.cart } })
  },
}

interface Found {
  row?: SessionRow
  visit?: Visit
  reason?: RefusalReason
}

function handle(ports: Ports, status: CredentialStatus, { row, visit, reason }: Found = {}): OpenVisit {
  return {
    status,
    reason,
    visit: visit ?? NOBODY,
    expiresAt: row ? endOf(row) : null,
    save: (next) => (row ? saveRow(ports, row, next) : issue(ports, next)),
    // A new id at sign-in: an id that somebody planted before is worth nothing after (session fixation).
    renew: (next) => issue(ports, next, row),
    touch: async () => {
      const now = ports.now()
      if (row && now.getTime() - row.lastSeenAt.getTime() >= SESSION_TOUCH_EVERY * 1000)
        await ports.sessions.touch(row, now)
    },
    end: async () => {
      if (row) await ports.sessions.end(row.idHash)
      if (status !== 'absent') ports.cookies.write({ ...cookieOf(ports), value: '', maxAge: 0 })
    },
    devices: sessionDevices(ports, row),
  }
}

async function saveRow(ports: Ports, row: SessionRow, next: Visit): Promise<Saved> {
  const now = ports.now()
  if (!(await ports.sessions.save(row, next.cart, now))) return { outcome: 'stale' }
  return { outcome: 'saved', visit: next, expiresAt: endOf({ ...row, lastSeenAt: now }) }
}

/** A new row and a new cookie; with `old`, that row under a new id. */
async function issue(ports: Ports, next: Visit, old?: SessionRow): Promise<Saved> {
  const now = ports.now()
  const { value, hash } = ports.sessionIds.make()
  const row: SessionRow = {
    idHash: hash,
    handle: makeHandle(),
    userId: next.customer?.id ?? null,
    device: ports.scope.device,
    cart: next.cart,
    version: (old?.version ?? 0) + 1,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + SESSION_LIFE * 1000),
  }
  if (!old) await ports.sessions.insert(row)
  else if (!(await ports.sessions.replace(old, row))) return { outcome: 'stale' }
  ports.cookies.write({ ...cookieOf(ports), value, maxAge: SESSION_LIFE })
  return { outcome: 'saved', visit: next, expiresAt: endOf(row) }
}

const cookieOf = (ports: Ports) =>
  ({ name: SESSION_COOKIE, path: ports.scope.path, sameSite: 'Lax' }) as const
