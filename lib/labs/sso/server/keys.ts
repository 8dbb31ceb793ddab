/** Keys of the authorization server. The newest signs; whoever has the set checks. */
import { randomBytes } from 'node:crypto'
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose'

export interface IssuerKey {
  readonly kid: string
  readonly alg: 'ES256' | 'HS256'
  /** What signs: a private key, or the secret that all share. */
  readonly key: CryptoKey | Uint8Array
}

interface Made {
  readonly kid: string
  readonly pair: IssuerKey
  readonly shared: IssuerKey
  readonly published: JWK
}

export class SigningKeys {
  /** Oldest first. */
  #made: Made[] = []
  #count = 0

  private constructor(readonly alg: IssuerKey['alg']) {}

  static async make(alg: IssuerKey['alg']): Promise<SigningKeys> {
    const keys = new SigningKeys(alg)
    await keys.rotate()
    return keys
  }

  /** Another one signs from now on; those before it stay in the set. */
  async rotate(): Promise<void> {
    const { privateKey, publicKey } = await generateKeyPair('ES256')
    const kid = `key-${++this.#count}`
    const published = { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' }
    const pair = { kid, alg: 'ES256', key: privateKey } as const
    const shared = { kid, alg: 'HS256', key: new Uint8Array(randomBytes(32)) } as const
    this.#made.push({ kid, pair, shared, published })
  }

  /** Takes the oldest out of the set, and hands it over: it is known to somebody. */
  removeOldest(): IssuerKey {
    const { pair, shared } = this.#made.shift()!
    return this.alg === 'HS256' ? shared : pair
  }

  /** RFC 7517: the public halves. A shared secret is in no such set. */
  get published(): { keys: JWK[] } {
    return { keys: this.#made.map(({ published }) => published) }
  }

  /** As it is written into a member's settings. */
  get secret(): Uint8Array {
    return this.#made.at(-1)!.shared.key as Uint8Array
  }

  /** What signs access tokens. */
  get newest(): IssuerKey {
    const { pair, shared } = this.#made.at(-1)!
    return this.alg === 'HS256' ? shared : pair
  }

  signAccess = (claims: JWTPayload) => signedBy(this.newest, claims, 'at+jwt')

  /** ID tokens and logout tokens: always by key pair. */
  signOther = (claims: JWTPayload, typ: string) => signedBy(this.#made.at(-1)!.pair, claims, typ)
}

export const signedBy = ({ key, kid, alg }: IssuerKey, claims: JWTPayload, typ: string): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg, kid, typ }).sign(key)
