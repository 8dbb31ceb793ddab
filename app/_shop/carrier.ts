/** How a request carries its credential: all that differs between the lanes in the browser. */
import type { Answer } from './http'

export interface Carrier {
  /** Before the first request after a reload: is there something to fetch back? */
  prepare(): Promise<void>
  headers(): Record<string, string>
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
  recover: async () => null,
  keep: () => {},
  drop: () => {},
}
