/** What can be said of a lane without a server. Its ports, its rows and what watches it are in site/. */
import type { Dial } from './site/dial'

export interface Lane {
  readonly cookies: readonly LaneCookie[]
  readonly dials: Readonly<Record<string, Dial>>
}

export interface LaneCookie {
  /** With the prefix: lib/http/cookies.ts says what it is called here. */
  readonly name: string
  /** Below the path of the shop. */
  readonly path: '' | '/refresh'
  /** true: it proves who asks. false: it only gets what does. */
  readonly proves: boolean
  /** Told by its look. */
  formOf(value: string): 'plain' | 'signed' | 'sealed' | 'random'
}
