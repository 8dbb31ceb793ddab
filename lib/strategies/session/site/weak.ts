/** Weak positions of the dials. Each runs only where the sandbox's dial says so. */
import { hash } from 'node:crypto'
import type { Customer, Visit } from '@/lib/shop/visit'
import type { Dials } from '../../dials'
import type { OpenVisit, SaveOutcome } from '../../strategy'
import { type SessionIds, sessionIds } from '../credential'
import { issue, rowFor, store } from '../issue'
import type { Ports } from '../ports'
import type { SessionRow } from '../store'
import { handle } from '../strategy'

/** Strong, unless `storedId` or `unknownIds` says otherwise. */
export function createSessionIds({ storedId, unknownIds }: Dials['session']): SessionIds {
  const ids = unknownIds === 'adopt' ? weakAnyId : sessionIds
  return storedId === 'raw' ? weakRawIds(ids) : ids
}

/** Whatever the browser sends can be an id, so somebody else may have chosen it. */
const weakAnyId: SessionIds = {
  ...sessionIds,
  hash: (value) => (value.length <= 128 ? hash('sha256', value, 'base64url') : null),
}

/** What is stored is the id itself. A copied table is a set of keys. */
const weakRawIds = (ids: SessionIds): SessionIds => ({
  make() {
    const { value } = ids.make()
    return { value, hash: value }
  },
  hash: (value) => (ids.hash(value) === null ? null : value),
})

/** `unknownIds` on "adopt": an id without a row becomes the visitor's, whoever thought of it. */
export function weakAdopt(ports: Ports, idHash: string): OpenVisit {
  const underIt = (next: Visit) => store(ports, next, { row: rowFor(ports, next, idHash, 1), cookie: null })
  return {
    ...handle(ports, 'absent'),
    save: underIt,
    renew: (next) => (ports.keepId ? underIt(next) : issue(ports, next)),
  }
}

/** `renewal` off: signed in under the old id. Whoever planted it or learnt it before is signed in too (session fixation). */
export async function weakKeepId(ports: Ports, next: Visit, old: SessionRow): Promise<SaveOutcome> {
  const row = { ...rowFor(ports, next, old.idHash, old.version + 1), handle: old.handle }
  return store(ports, next, { row, replaces: old, cookie: null })
}

/** `customer` on "copied": a role or a discount that is changed counts at the next sign-in. */
export const weakCopy = (customer: Customer | null) => customer
