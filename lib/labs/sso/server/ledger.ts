/** What the authorization server keeps: who is signed in with it, codes that wait, and tokens that mean nothing by themselves. */
import type { SandboxClock } from '@/lib/sandbox/world/clock'
import { makeHandle, opaqueValues } from '@/lib/strategies/opaque'
import { seconds } from '@/lib/strategies/time'
import type { Tenant } from '../names'

/** A sign-in with the authorization server: every site's hangs on it. */
export interface Login {
  readonly sid: string
  readonly sub: string
  readonly tenant: Tenant
}

/** What a code stands for (RFC 6749 section 4.1.2, RFC 7636 section 4.4). */
export interface Grant {
  readonly login: Login
  readonly clientId: string
  readonly redirectUri: string
  readonly challenge: string
  readonly nonce: string | null
  readonly resources: readonly string[]
}

/** Seconds. */
const LOGIN_LIFE = 12 * 60 * 60
const CODE_LIFE = 60

export class Ledger {
  readonly #logins = new Map<string, Login & { until: number }>()
  readonly #codes = new Map<string, Grant & { until: number }>()
  readonly #tokens = new Map<string, Readonly<Record<string, unknown>>>()

  constructor(private readonly clock: SandboxClock) {}

  get now(): number {
    return seconds(this.clock.now())
  }

  /** @returns the cookie's value */
  signIn(sub: string, tenant: Tenant): string {
    const { value, hash } = opaqueValues.make()
    this.#logins.set(hash, { sid: makeHandle(), sub, tenant, until: this.now + LOGIN_LIFE })
    return value
  }

  login(cookie: string | null): Login | null {
    return alive(this.#logins.get(hashOf(cookie)), this.now)
  }

  /** @returns the one that has ended; null: nobody was signed in there */
  signOut(cookie: string | null, tenant: Tenant): Login | null {
    const login = this.login(cookie)
    if (login?.tenant !== tenant) return null
    this.#logins.delete(hashOf(cookie))
    return login
  }

  isAlive = (sid: unknown): boolean =>
    [...this.#logins.values()].some((login) => login.sid === sid && login.until > this.now)

  keepCode(grant: Grant): string {
    const { value, hash } = opaqueValues.make()
    this.#codes.set(hash, { ...grant, until: this.now + CODE_LIFE })
    return value
  }

  /** Once: it is gone then, whoever had it. */
  takeCode(code: string): Grant | null {
    const grant = alive(this.#codes.get(hashOf(code)), this.now)
    this.#codes.delete(hashOf(code))
    return grant
  }

  keepToken(claims: Readonly<Record<string, unknown>>): string {
    const { value, hash } = opaqueValues.make()
    this.#tokens.set(hash, claims)
    return value
  }

  token(text: string): Readonly<Record<string, unknown>> | null {
    return this.#tokens.get(hashOf(text)) ?? null
  }
}

const hashOf = (text: string | null): string => (text === null ? null : opaqueValues.hash(text)) ?? ''

const alive = <T extends { until: number }>(kept: T | undefined, now: number): T | null =>
  kept && kept.until > now ? kept : null
