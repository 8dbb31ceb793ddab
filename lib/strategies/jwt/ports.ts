/** What the JWT lane touches, and what it lets a shop choose. */
import type { CommonPorts, CookieChoices, DeviceChoices } from '../strategy'
import type { CartStore } from './carts'
import type { AccessTokens } from './credential'
import type { DeniedTokenStore } from './denied'
import type { RefreshTokens } from './refresh-tokens'
import type { FamilyRow, RefreshFamilyStore } from './store'
import type { UserKeyStore } from './user-keys'

export interface Ports extends CommonPorts, Exceptions {
  readonly dials: { readonly jwt: JwtChoices }
  readonly accessTokens: AccessTokens
  readonly refreshTokens: RefreshTokens
  readonly families: RefreshFamilyStore
  readonly carts: CartStore
  readonly denied: DeniedTokenStore
  readonly userKeys: UserKeyStore
}

export interface JwtChoices extends CookieChoices, DeviceChoices {
  /** How the access token travels. What is not a cookie is in the page's hands. */
  carrier: 'memory' | 'local-storage' | 'cookie'
  algorithm: 'HS256' | 'EdDSA'
  /** Seconds. */
  accessLife: number
  /** Seconds past `exp` for which a token is still taken. */
  tolerance: number
  /** Anything but "none" rotates, unless `keepToken` says otherwise. */
  refresh: 'rotating' | 'fixed' | 'none'
  /** Seconds for which the token before the current one gets the same successor again. */
  grace: number
  /** The expired access token goes along with the refresh, and has to be of the same family. */
  sendExpired: boolean
  /** A new access token with each answer. Anything but "off" is capped, unless `uncappedEnd` says otherwise. */
  sliding: 'off' | 'capped' | 'uncapped'
  denylist: boolean
  /** A signing key for each subject. */
  userKeys: boolean
  cartIn: 'row' | 'claims'
  /** Tokens from before the last password change. */
  oldTokens: 'accepted' | 'refused'
}

/** Where a site takes a protection away, to show what it was good for. A shop has none of these. */
interface Exceptions {
  /** A token that slides ends then. Absent: not after the cap. */
  readonly uncappedEnd?: (ports: Ports, at: Date) => number
  /** A refresh that spends nothing. Absent: the token is replaced. */
  readonly keepToken?: (ports: Ports, family: FamilyRow, at: Date, accessExpiresAt: Date) => Promise<boolean>
  /** A spent token that comes again ends nothing. Absent: its family ends. */
  readonly ignoresReuse?: boolean
}
