/** Keys of a cluster's own: none of them is the shop's. */
import { randomBytes } from 'node:crypto'
import type { ClusterKeys } from './rules'

/** 256 random bits. */
export const makeSecret = () => randomBytes(32).toString('base64url')

export const makeKeys = (): ClusterKeys => ({ seal: [makeSecret()], sign: [makeSecret()] })

/** What `first` seals and signs with counts from here, and `then` is known as well. */
export const ring = (first: ClusterKeys, then: ClusterKeys): ClusterKeys => ({
  seal: [...first.seal, ...then.seal],
  sign: [...first.sign, ...then.sign],
})
