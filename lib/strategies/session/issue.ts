/** Issuing a session: a row, and a cookie with the id of it. */
import type { Visit } from '../../shop/visit'
import { makeHandle } from '../opaque'
import type { Ports, Saved } from '../strategy'
import { SESSION_COOKIE } from './credential'
import { endOf } from './lifetime'
import type { SessionRow } from './store'

/** A new row and a new cookie. With `adopted`, under the id that the browser already sends. */
export async function issue(ports: Ports, next: Visit, adopted?: string): Promise<Saved> {
  const { value, hash } = ports.sessionIds.make()
  const row = rowFor(ports, next, adopted ?? hash, 1)
  if (!(await ports.sessions.insert(row))) return { outcome: 'stale' }
  if (!adopted) writeCookie(ports, value)
  return { outcome: 'saved', visit: next, expiresAt: endOf(ports, row) }
}

/** The same row under a new id, in one statement: there is no moment with both or with neither. */
export async function reissue(ports: Ports, next: Visit, old: SessionRow): Promise<Saved> {
  const { value, hash } = ports.sessionIds.make()
  const row = rowFor(ports, next, hash, old.version + 1)
  if (!(await ports.sessions.replace(old, row))) return { outcome: 'stale' }
  writeCookie(ports, value)
  return { outcome: 'saved', visit: next, expiresAt: endOf(ports, row) }
}

/** Weak: signed in under the old id. Whoever planted it or learnt it before is signed in too (session fixation). */
export async function weakKeepId(ports: Ports, next: Visit, old: SessionRow): Promise<Saved> {
  const row = { ...rowFor(ports, next, old.idHash, old.version + 1), handle: old.handle }
  if (!(await ports.sessions.replace(old, row))) return { outcome: 'stale' }
  return { outcome: 'saved', visit: next, expiresAt: endOf(ports, row) }
}

function rowFor(ports: Ports, { customer, cart }: Visit, idHash: string, version: number): SessionRow {
  const now = ports.now()
  const { absolute, customer: source } = ports.dials.session
  return {
    idHash,
    handle: makeHandle(),
    userId: customer?.id ?? null,
    customer: source === 'copied' ? customer : null,
    device: ports.scope.device,
    cart,
    version,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + absolute * 1000),
  }
}

function writeCookie(ports: Ports, value: string) {
  const { lifetime, absolute } = ports.dials.session
  ports.cookies.write({ ...cookieOf(ports), value, maxAge: lifetime === 'session' ? null : absolute })
}

export function cookieOf({ scope, dials }: Ports) {
  const { httpOnly, sameSite } = dials.session
  return { name: SESSION_COOKIE, path: scope.path, httpOnly, sameSite } as const
}
