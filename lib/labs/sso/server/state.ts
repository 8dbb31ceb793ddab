/** What the authorization server of a run is made of. */
import type { ServerFetch } from '../between'
import type { SsoOptions } from '../options'
import type { SsoClient } from './clients'
import type { SigningKeys } from './keys'
import type { Ledger } from './ledger'
import type { People } from './people'

export interface AuthorizationServer {
  readonly options: SsoOptions
  readonly keys: SigningKeys
  readonly ledger: Ledger
  readonly people: People
  readonly clients: readonly SsoClient[]
  /** To tell the sites of an end. */
  readonly sites: ServerFetch
}
