/**
 * Who is remembered: a series for each browser, whose token changes at each use. The table has hashes of tokens only. A series with a
 * token that is not its own means that two parties hold it: all series of that customer end (Barry Jaspan, "Improved Persistent Login
 * Cookie Best Practice", 2006; so does Spring Security).
 */
import { createRefreshTokens, type RefreshTokens } from '@/lib/strategies/jwt/refresh-tokens'

interface Series {
  user: string
  tokenHash: string
  /** The token before this one, and when it was used. */
  before: { hash: string; at: Date } | null
}

export type Presentation =
  /** `next`: what the browser is to keep from now on. */
  { kind: 'known'; user: string; next: string } | { kind: 'theft'; user: string } | { kind: 'unknown' }

interface Choices {
  grace: number
  onePerUser: boolean
  key: Uint8Array
  now(): Date
}

export class RememberedSeries {
  readonly #rows = new Map<string, Series>()
  readonly #tokens: RefreshTokens

  constructor(private readonly choices: Choices) {
    this.#tokens = createRefreshTokens([choices.key])
  }

  issue(user: string): string {
    if (this.choices.onePerUser) this.endAll(user)
    const { value: name } = this.#tokens.make()
    const { value, hash } = this.#tokens.make()
    this.#rows.set(name, { user, tokenHash: hash, before: null })
    return `${name}.${value}`
  }

  present(text: string): Presentation {
    const [name = '', token = ''] = text.split('.')
    const row = this.#rows.get(name)
    if (!row) return { kind: 'unknown' }
    const hash = this.#tokens.hash(token)
    // Derived, so that it can be told twice and need not be kept.
    const [next] = this.#tokens.successorsOf(token)
    const { user } = row
    if (hash === row.tokenHash) {
      const before = { hash, at: this.choices.now() }
      this.#rows.set(name, { user, tokenHash: next!.hash, before })
      return { kind: 'known', user, next: `${name}.${next!.value}` }
    }
    if (this.#isWithinGrace(row, hash)) return { kind: 'known', user, next: `${name}.${next!.value}` }
    this.endAll(user)
    return { kind: 'theft', user }
  }

  #isWithinGrace({ before }: Series, hash: string | null): boolean {
    if (!before || before.hash !== hash) return false
    return this.choices.now().getTime() - before.at.getTime() < this.choices.grace * 1000
  }

  endAll(user: string): void {
    for (const [name, row] of this.#rows) if (row.user === user) this.#rows.delete(name)
  }

  /** As they lie there: the newest series, and the hash of its token. */
  newest(): { name: string; tokenHash: string } | null {
    const last = [...this.#rows].at(-1)
    return last ? { name: last[0], tokenHash: last[1].tokenHash } : null
  }
}
