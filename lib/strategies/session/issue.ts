/** Issuing a session: a row, and a cookie with the id of it. */
import type { Visit } from '@/lib/shop/visit'
import { makeHandle } from '../opaque'
import type { SaveOutcome } from '../strategy'
import { writeCookie } from './cookies'
import { endOf } from './lifetime'
import type { Ports } from './ports'
import type { SessionRow } from './store'

/** A new row and a new cookie. */
export async function issue(ports: Ports, next: Visit): Promise<SaveOutcome> {
  const { value, hash } = ports.sessionIds.make()
  return store(ports, next, { row: rowFor(ports, next, hash, 1), cookie: value })
}

/** The same row under a new id, in one statement: there is no moment with both or with neither. */
export async function reissue(ports: Ports, next: Visit, old: SessionRow): Promise<SaveOutcome> {
  const { value, hash } = ports.sessionIds.make()
  return store(ports, next, { row: rowFor(ports, next, hash, old.version + 1), replaces: old, cookie: value })
}

interface ToStore {
  row: SessionRow
  replaces?: SessionRow
  /** null: the browser has it already. */
  cookie: string | null
}

export async function store(
  ports: Ports,
  visit: Visit,
  { row, replaces, cookie }: ToStore,
): Promise<SaveOutcome> {
  const outcome = await storeRow(ports, row, replaces)
  if (outcome !== 'stored') return { outcome }
  if (cookie !== null) writeCookie(ports, cookie)
  return { outcome: 'saved', visit, expiresAt: endOf(ports, row) }
}

/** The dial `deviceLimit` counts sign-ins, not guests. */
async function storeRow(ports: Ports, row: SessionRow, replaces: SessionRow | undefined) {
  const { deviceLimit, whenFull } = ports.dials.session
  if (deviceLimit > 0 && row.userId !== null) {
    const isAlive = (one: SessionRow) => endOf(ports, one) > ports.now()
    return (await ports.sessions.storeWithin(row, { deviceLimit, whenFull, replaces, isAlive })).outcome
  }
  const done = replaces ? await ports.sessions.replace(replaces, row) : await ports.sessions.insert(row)
  return done ? 'stored' : 'stale'
}

export function rowFor(ports: Ports, { customer, cart }: Visit, idHash: string, version: number): SessionRow {
  const now = ports.now()
  return {
    idHash,
    handle: makeHandle(),
    userId: customer?.id ?? null,
    customer: ports.copyOf?.(customer) ?? null,
    device: ports.scope.device,
    cart,
    version,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + ports.dials.session.absolute * 1000),
  }
}
