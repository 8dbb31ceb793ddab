/** What the JWT lane touches. */
import type { Dials } from '../dials'
import type { CommonPorts } from '../strategy'
import type { AccessTokens } from './credential'
import type { DeniedTokenStore } from './denied'
import type { RefreshTokens } from './refresh-tokens'
import type { CartStore, RefreshFamilyStore } from './store'

export interface Ports extends CommonPorts {
  readonly dials: Pick<Dials, 'jwt'>
  readonly accessTokens: AccessTokens
  readonly refreshTokens: RefreshTokens
  readonly families: RefreshFamilyStore
  readonly carts: CartStore
  readonly denied: DeniedTokenStore
}
