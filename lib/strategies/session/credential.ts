/**
 * The credential of the session lane: a random id that means nothing. See ../opaque.ts.
 */
import { type OpaqueValues, opaqueValues } from '../opaque'

export type SessionIds = OpaqueValues

export const sessionIds: SessionIds = opaqueValues
