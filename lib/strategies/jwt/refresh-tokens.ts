/**
 * Refresh tokens: opaque, see ../opaque.ts. Inside the grace window a token is answered with the same successor again. That one is
 * derived from the token and a key of the server, so that it can be told twice and need not be kept.
 */
import { createHmac } from 'node:crypto'
import { type OpaqueValues, opaqueValues } from '../opaque'

export interface RefreshTokens extends OpaqueValues {
  /** What follows this token, with each key: the newest first. */
  successorsOf(value: string): { value: string; hash: string }[]
}

/** @param keys the newest first; an older one still finds what it has derived */
export function createRefreshTokens(keys: Uint8Array[]): RefreshTokens {
  return {
    ...opaqueValues,
    successorsOf: (token) =>
      keys.map((key) => {
        const value = createHmac('sha256', key).update(token).digest('base64url')
        return { value, hash: opaqueValues.hash(value)! }
      }),
  }
}
