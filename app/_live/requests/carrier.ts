/** How a request carries its credential: all that differs between the lanes in the browser. */
import type { Answer } from './http'

export interface Carrier {
  /** Before the first request after a reload: is there something to fetch back? */
  prepare(): Promise<void>
  headers(): Record<string, string>
  /** Does the page know that something is held? false where the browser carries it: then only the shop can say. */
  holds(): boolean
  /**
   * After a 401. `sent`: its `headers()`. `again`: the same request is worth sending once more. An answer: what stood
   * in the way counts instead, the visitor was not refused. null: the 401 stands.
   */
  recover(answer: Answer, sent: Record<string, string>, signingIn: boolean): Promise<'again' | Answer | null>
  /** Takes what an answer issued. */
  keep(answer: Answer): void
  /** Forgets, after a sign-out. */
  drop(): void
}

/** cookie, session: the browser carries it, and page script neither sees nor touches it. */
export const byBrowser: Carrier = {
  prepare: async () => {},
  headers: () => ({}),
  holds: () => false,
  recover: async () => null,
  keep: () => {},
  drop: () => {},
}
