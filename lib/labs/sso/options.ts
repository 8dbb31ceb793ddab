/** What a position of the lab sets: how the authorization server issues, how a site checks, and how it hears of an end. */
export interface SsoOptions {
  /** `HS256`: one secret that every member has, for issuing and for checking. */
  readonly alg: 'ES256' | 'HS256'
  /** `all`: one token for both sites. */
  readonly audience: 'each' | 'all'
  readonly checksAudience: 'always' | 'if-there' | 'never'
  readonly checksIssuer: boolean
  /** When a site fetches the keys again. */
  readonly keys: KeyPolicy
  /** Seconds. */
  readonly tokenLife: number
  /** Seconds, of a session that a site keeps by itself. */
  readonly siteLife: number
  /** The authorization server tells every site of a sign-out. */
  readonly tellsSites: boolean
  /** The token means nothing by itself: at each request a site asks the authorization server what it stands for. */
  readonly introspects: boolean
  /** A site's cookie goes to the hosts below it, too. */
  readonly domain: boolean
}

export type KeyPolicy = 'at-unknown-kid' | 'at-each-unknown-kid' | 'each-minute' | 'once'

export const USUAL: SsoOptions = {
  alg: 'ES256',
  audience: 'each',
  checksAudience: 'always',
  checksIssuer: true,
  keys: 'at-unknown-kid',
  tokenLife: 300,
  siteLife: 8 * 60 * 60,
  tellsSites: false,
  introspects: false,
  domain: false,
}
