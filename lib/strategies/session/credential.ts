/**
 * The credential of the session lane: a random id that means nothing. See ../opaque.ts.
 */
import { hash } from 'node:crypto'
import type { Dials } from '../dials'
import { type OpaqueValues, opaqueValues } from '../opaque'

export const SESSION_COOKIE = '__Secure-session'

export type SessionIds = OpaqueValues

/** Strong by default; the weak positions of `storedId` and `unknownIds` are below. */
export function createSessionIds({ storedId, unknownIds }: Dials['session']): SessionIds {
  const ids = unknownIds === 'adopt' ? weakAnyId : opaqueValues
  return storedId === 'raw' ? weakRawIds(ids) : ids
}

/** Weak: whatever the browser sends can be an id, so somebody else may have chosen it. */
const weakAnyId: SessionIds = {
  ...opaqueValues,
  hash: (value) => (value.length <= 128 ? hash('sha256', value, 'base64url') : null),
}

/** Weak: what is stored is the id itself. A copied table is a set of keys. */
const weakRawIds = (ids: SessionIds): SessionIds => ({
  make() {
    const { value } = ids.make()
    return { value, hash: value }
  },
  hash: (value) => (ids.hash(value) === null ? null : value),
})
