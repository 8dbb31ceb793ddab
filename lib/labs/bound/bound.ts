/** A server that takes tokens which are bound to a key (DPoP, RFC 9449). Types alone: a page may load a lab, and nothing of this comes along. */
import type { LabClient, Reply } from '../stage/client'

/** What a thief of token and proofs can send. */
export const TRIES = ['as-bearer', 'own-key', 'same-proof', 'other-request', 'old-proof'] as const
export type StolenTry = (typeof TRIES)[number]

export interface KeyBound {
  /** A token for the shop's own one, bound to a new key of this client. The key stays with it. */
  bind(client: LabClient): Promise<Reply>
  /** Who is this? With a new proof of that key. */
  ask(client: LabClient): Promise<Reply>
  /** The same, by somebody who has a copy of the token and of her proofs, and not the key. */
  replay(thief: LabClient, how: StolenTry): Promise<Reply>
  close(): Promise<void>
}

/** Whoever opens it closes it. */
export type OpenBound = () => Promise<KeyBound>
