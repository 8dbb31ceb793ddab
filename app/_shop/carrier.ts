/** How a request carries its credential: all that differs between the lanes in the browser. */
import type { Answer } from './http'

export interface Carrier {
  /** Before the first request after a reload: is there something to fetch back? */
  prepare(): Promise<void>
  headers(): Record<string, string>
  /** After a 401: was something done that makes the same request worth sending once more? `sent`: its `headers()`. */
  recover(answer: Answer, sent: Record<string, string>, signingIn: boolean): Promise<boolean>
  /** Takes what an answer issued. */
  keep(answer: Answer): void
  /** Forgets, after a sign-out. */
  drop(): void
}

/** cookie, session: the browser carries it, and page script neither sees nor touches it. */
export const byBrowser: Carrier = {
  prepare: async () => {},
  headers: () => ({}),
  recover: async () => false,
  keep: () => {},
  drop: () => {},
}
