/**
 * The one shape of the three strategies. Read this first.
 *
 * A strategy answers one question: given only what this request carries, who is the visitor and
 * what is in the cart? `open` returns a handle that knows how to save itself, so that one
 * exchange is one read and at most one write.
 *
 * A strategy touches the world only through its ports: those below, and what its own ports.ts adds. It imports no framework, no
 * database client and no clock, and it does not know whether anybody is watching.
 */
import type { Customer, Visit } from '@/lib/shop/visit'

export const STRATEGIES = ['cookie', 'session', 'jwt'] as const
export type StrategyName = (typeof STRATEGIES)[number]

export const DEVICES = ['laptop', 'phone', 'attacker'] as const
export type Device = (typeof DEVICES)[number]

/** `absent` is a value, not an exception: a guest is a visitor too. */
export type CredentialStatus = 'absent' | 'valid' | 'expired' | 'refused'

/** Why a credential was refused. For the log and the panel; never part of the answer. */
export type RefusalReason =
  | 'doubled' // two cookies of one name: which one is meant?
  | 'malformed' // not of the form this strategy issues
  | 'not_authentic' // seal, signature or hash does not match
  | 'unknown' // well formed, but no row has its hash
  | 'ended' // signed out, or ended by somebody who may
  | 'reused' // a refresh token came twice: its family ends
  | 'no_such_user'
  | 'outdated' // of an older generation, or from before the last password change
  | 'denied' // on the list of tokens that are refused before they expire

/** @template Ports what this lane touches */
export interface Strategy<Ports extends CommonPorts> {
  readonly name: StrategyName
  /**
   * Does the browser attach the credential by itself (ambient authority)? Then a client cannot leave a dead
   * one out, and sign-in has to look past it. It is also what cross-site request forgery rides on.
   */
  ambient(dials: Ports['dials']): boolean
  /** What does this request prove about the visitor? Reads only. */
  open(ports: Ports, want: Want): Promise<OpenVisit>
}

/** Most questions need only the identity; a strategy that keeps the cart elsewhere can then save a read. */
export type Want = 'identity' | 'cart'

export interface OpenVisit {
  readonly status: CredentialStatus
  /** Only when `status` is `refused`. */
  readonly reason?: RefusalReason
  readonly visit: Visit
  /** When the presented credential ends by itself; null when there is none to use. */
  readonly expiresAt: Date | null
  /** What the next request shall see, under the same credential (a guest's first save issues one). */
  save(next: Visit): Promise<SaveOutcome>
  /** The same under a new credential; the old one is dead where the strategy can kill it. On sign-in. */
  renew(next: Visit): Promise<SaveOutcome>
  /**
   * Note that the visitor was here: moves the idle expiry, where there is one, at most once a minute by default. Where the access
   * token slides, the answer carries a new one.
   */
  touch(): Promise<IssuedToken | undefined>
  /** Forget. On sign-out. */
  end(): Promise<void>
  /** The customer has another password: ends what is signed in elsewhere, where the strategy can. */
  passwordChanged(): Promise<void>
  /** null in the strategy that keeps nothing and therefore cannot know: `not_possible`. */
  readonly devices: DeviceRegistry | null
}

export type SaveOutcome =
  | { outcome: 'saved'; visit: Visit; expiresAt: Date | null; issued?: IssuedToken }
  /** Somebody else wrote first. Open again and run the command again. */
  | { outcome: 'stale' }
  /** It would not fit: a browser drops a cookie whose name and value exceed 4096 octets (RFC 6265bis section 5.6). */
  | { outcome: 'full' }
  /** The dial `whenFull` is on "refuse-new", and the customer has as many sign-ins as are allowed. */
  | { outcome: 'too_many_devices' }

/** Octets of name and value together, RFC 6265bis section 5.6 step 5. */
export const MOST_OF_COOKIE = 4096

export interface IssuedToken {
  /** Absent: it travels in a cookie. */
  accessToken?: string
  /** Seconds. */
  expiresIn: number
}

export interface DeviceEntry {
  /** Names the entry; never a usable credential. */
  id: string
  device: Device
  createdAt: Date
  lastSeenAt: Date
  current: boolean
}

export interface DeviceRegistry {
  list(): Promise<DeviceEntry[]>
  /** false: the signed-in customer has no such entry. */
  end(id: string): Promise<boolean>
  /** Ends all of the customer's entries but the current one; returns how many. */
  endOthers(): Promise<number>
}

/** What every strategy may touch. Each lane adds its own few. */
export interface CommonPorts {
  readonly cookies: CookieJar
  /** The Authorization field as received, or null. */
  readonly authorization: string | null
  /** The sandbox clock. */
  now(): Date
  /** Where this shop lives: `path` becomes the Path of its cookies. */
  readonly scope: { sandbox: string; device: Device; path: string }
  /** What this shop has chosen where a team has a choice; a lane reads its own. */
  readonly dials: object
  /** Business data, held in memory: what the shop knows of its customers. */
  readonly users: UserDirectory
}

export interface UserDirectory {
  find(id: string): Customer | null
  /** By the sandbox clock; null: still the first one. */
  passwordChangedAt(id: string): Date | null
}

export interface CookieJar {
  /** Every value sent under this name, in order. Browsers send one; more than one is `doubled`. */
  read(name: string): string[]
  write(cookie: OutgoingCookie): void
}

/**
 * What a Set-Cookie line says of SameSite. `absent`: it has no such attribute, and the browser decides (enforcement "Default", RFC 6265bis
 * section 5.6.7).
 */
export type SameSite = 'Strict' | 'Lax' | 'None' | 'absent'

export interface OutgoingCookie {
  name: string
  value: string
  path: string
  /** Seconds; 0 deletes; null: until the browser closes. */
  maxAge: number | null
  httpOnly: boolean
  sameSite: SameSite
}

/** Of the cookies of a lane. */
export interface CookieChoices {
  httpOnly: boolean
  sameSite: SameSite
  /** Max-Age, or a cookie that lasts until the browser closes. */
  lifetime: 'max-age' | 'session'
}

/** Of a lane that can list the devices of a customer. */
export interface DeviceChoices {
  /** 0: no limit. */
  deviceLimit: number
  /** At a sign-in beyond the limit. */
  whenFull: 'end-oldest' | 'refuse-new'
}
