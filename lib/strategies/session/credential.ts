/**
 * The credential of the session lane: a random id that means nothing. See ../opaque.ts.
 */
import type { OpaqueValues } from '../opaque'

export const SESSION_COOKIE = '__Secure-session'

export type SessionIds = OpaqueValues
