/** A cookie jar that knows hosts, as a browser's does (RFC 6265bis sections 5.7 and 5.8.3). */
import { domainMatches, pathMatches } from '@/lib/cookies/matching'
import { readSetCookie } from '@/lib/cookies/set-cookie'
import { type Expectation, storedBy } from '@/lib/cookies/storage-model'
import { cookieField, type Pair } from '@/lib/http/field'

interface Kept extends Expectation {
  value: string
}

export class HostJar {
  #kept: Kept[] = []

  store(line: string, { url, now }: { url: URL; now: number }): void {
    const cookie = readSetCookie(line)
    const around = { host: url.host, secureOrigin: false, crossSite: false, requestPath: url.pathname, now }
    const found = storedBy(cookie, around)
    if (found.kind === 'refused') return
    this.#kept = this.#kept.filter((one) => !isSame(one, found))
    if (found.kind === 'stored') this.#kept.push({ ...found, value: cookie.value })
  }

  /** Null where nothing goes along. What a run does is a walk from page to page: Lax holds nothing back. */
  fieldFor({ host, pathname }: URL, now: number): string | null {
    const sent = this.#kept.filter(
      ({ domain, hostOnly, path, secure, keptUntil }) =>
        (hostOnly ? host === domain : domainMatches(host, domain)) &&
        pathMatches(pathname, path) &&
        !secure &&
        (keptUntil === null || keptUntil > now),
    )
    return sent.length > 0 ? cookieField(sent.map(({ name, value }): Pair => [name, value])) : null
  }

  /** What a host has set here by this name. */
  valueOf(host: string, name: string): string | null {
    return this.#kept.find((one) => one.domain === host && one.name === name)?.value ?? null
  }
}

const isSame = (one: Expectation, other: Expectation) =>
  one.name === other.name &&
  one.domain === other.domain &&
  one.hostOnly === other.hostOnly &&
  one.path === other.path
