/**
 * The two credentials of the JWT lane.
 *
 * The access token is a JWT (RFC 7519) with the `typ` of RFC 9068, and not its whole profile (no `client_id`, and `iss` is a plain name): signed,
 * so that the server can believe it without a look-up, and readable by whoever holds it. Signed is not sealed. The refresh token is opaque: see ../opaque.ts.
 */
import { createHmac, createPrivateKey, createPublicKey, KeyObject, webcrypto } from 'node:crypto'
import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { isCanonical } from '../base64url'
import type { RefusalReason } from '../strategy'

const TYPE = 'at+jwt'
const ISSUER = 'shop'

const accessClaims = z.object({
  /** A user id, or "guest-…". */
  sub: z.string().min(1),
  /** The refresh family this token belongs to. */
  sid: z.string().min(1),
  jti: z.string().min(1),
  iat: z.int(),
  exp: z.int(),
  /** When the family began: from there the cap of a sliding token is counted. */
  auth_time: z.int().optional(),
  /** Copied at sign-in, believed until `exp`: the price of not looking it up. Absent for a guest. */
  role: z.enum(['customer', 'support']).optional(),
  discount: z.int().optional(),
  /** With the dial `cartIn` on "claims". */
  cart: z.record(z.string(), z.int().positive()).optional(),
})

export type AccessClaims = z.infer<typeof accessClaims>

export type Verification =
  | { status: 'valid' | 'expired'; claims: AccessClaims }
  | { status: 'refused'; reason: RefusalReason }

export interface AccessTokens {
  /** `own`: with the subject's own key. */
  sign(claims: AccessClaims, own?: OwnKey): Promise<string>
  /** Signature, type, issuer, audience and required claims; then the clock. Authentic but too old is `expired`. */
  verify(token: string, now: Date, own?: OwnKey): Promise<Verification>
}

export interface SigningKey {
  kid: string
  key: Uint8Array | webcrypto.CryptoKey | KeyObject
  /** EdDSA: verifies, and cannot sign. Absent with HS256: whoever can verify can sign. */
  publicKey?: KeyObject
}

/** A key of one subject, derived from the signing key and a number: another number is another key. */
export interface OwnKey {
  subject: string
  number: number
}

/** One algorithm, decided here and never taken from the token's header (RFC 8725 section 3.1). */
export interface TokenRules {
  algorithm: 'HS256' | 'EdDSA'
  /** Seconds past `exp` for which a token is still taken. */
  tolerance: number
}

const STRICT: TokenRules = { algorithm: 'HS256', tolerance: 0 }

/**
 * @param keys the first signs, all verify; of the kind that the algorithm needs
 * @param audience for whom the tokens are meant: one sandbox
 */
export function createAccessTokens(
  keys: SigningKey[],
  audience: string,
  { algorithm, tolerance } = STRICT,
): AccessTokens {
  const [signing] = keys
  if (!signing) throw new Error('createAccessTokens needs at least one key')
  return {
    sign: async (claims, own) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: algorithm, typ: TYPE, kid: signing.kid })
        .setIssuer(ISSUER)
        .setAudience(audience)
        .sign(own ? (await derived(signing, own)).key : signing.key),

    async verify(token, now, own) {
      if (!isCanonicalToken(token)) return { status: 'refused', reason: 'malformed' }
      try {
        const { payload } = await jwtVerify(token, ({ kid }) => verifying(keyOf(keys, kid), own), {
          algorithms: [algorithm],
          typ: TYPE,
          issuer: ISSUER,
          audience,
          requiredClaims: ['sub', 'sid', 'jti', 'iat', 'exp'],
          currentDate: now,
          clockTolerance: tolerance,
        })
        return claimsOf(payload, 'valid')
      } catch (error) {
        // jose looks at `exp` after the signature: this payload is authentic.
        if (error instanceof errors.JWTExpired) return claimsOf(error.payload, 'expired')
        if (error instanceof errors.JOSEError) return { status: 'refused', reason: 'not_authentic' }
        throw error
      }
    },
  }
}

function claimsOf(payload: JWTPayload, status: 'valid' | 'expired'): Verification {
  const parsed = accessClaims.safeParse(payload)
  return parsed.success ? { status, claims: parsed.data } : { status: 'refused', reason: 'malformed' }
}

/** Keys come from us, never from the token: `jwk`, `jku` and `x5u` in a header are not looked at. */
function keyOf(keys: SigningKey[], kid: string | undefined): SigningKey {
  const found = keys.find((key) => key.kid === kid)
  if (!found) throw new errors.JWKSNoMatchingKey()
  return found
}

async function verifying(signing: SigningKey, own: OwnKey | undefined): Promise<SigningKey['key']> {
  const { publicKey, key } = own ? await derived(signing, own) : signing
  return publicKey ?? key
}

/** HMAC (RFC 2104) with the signing key over whose it is. Of a pair it is the seed, so both halves are new. */
export async function derived({ kid, key, publicKey }: SigningKey, own: OwnKey): Promise<SigningKey> {
  const secret = await mac(key, JSON.stringify(['user key', own.subject, own.number]))
  return publicKey ? { kid, ...pairFrom(secret) } : { kid, key: secret }
}

async function mac(key: SigningKey['key'], text: string): Promise<Uint8Array> {
  if (key instanceof KeyObject)
    return mac(Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url'), text)
  if (key instanceof Uint8Array) return new Uint8Array(createHmac('sha256', key).update(text).digest())
  return new Uint8Array(await webcrypto.subtle.sign('HMAC', key, Buffer.from(text)))
}

/** What stands before the 32 octets of an Ed25519 private key (RFC 8410 section 7). */
const ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex')

function pairFrom(seed: Uint8Array) {
  const key = createPrivateKey({ key: Buffer.concat([ED25519, seed]), format: 'der', type: 'pkcs8' })
  return { key, publicKey: createPublicKey(key) }
}

/** Of several texts that mean one token only the one that was issued is accepted. */
function isCanonicalToken(token: string): boolean {
  const segments = token.split('.')
  return segments.length === 3 && segments.every((segment) => segment !== '' && isCanonical(segment))
}
