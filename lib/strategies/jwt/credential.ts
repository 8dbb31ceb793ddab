/**
 * The two credentials of the JWT lane.
 *
 * The access token is a JWT (RFC 7519) with the `typ` of RFC 9068, and not its whole profile (no `client_id`, and `iss` is a plain name): signed,
 * so that the server can believe it without a look-up, and readable by whoever holds it. Signed is not sealed. The refresh token is opaque: see ../opaque.ts.
 */
import type { KeyObject, webcrypto } from 'node:crypto'
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
  sign(claims: AccessClaims): Promise<string>
  /** Signature, type, issuer, audience and required claims; then the clock. Authentic but too old is `expired`. */
  verify(token: string, now: Date): Promise<Verification>
}

export interface SigningKey {
  kid: string
  key: Uint8Array | webcrypto.CryptoKey | KeyObject
  /** EdDSA: verifies, and cannot sign. Absent with HS256: whoever can verify can sign. */
  publicKey?: KeyObject
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
    sign: (claims) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: algorithm, typ: TYPE, kid: signing.kid })
        .setIssuer(ISSUER)
        .setAudience(audience)
        .sign(signing.key),

    async verify(token, now) {
      if (!isCanonicalToken(token)) return { status: 'refused', reason: 'malformed' }
      try {
        const { payload } = await jwtVerify(token, ({ kid }) => keyOf(keys, kid), {
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
function keyOf(keys: SigningKey[], kid: string | undefined): SigningKey['key'] {
  const found = keys.find((key) => key.kid === kid)
  if (!found) throw new errors.JWKSNoMatchingKey()
  return found.publicKey ?? found.key
}

/** Of several texts that mean one token only the one that was issued is accepted. */
function isCanonicalToken(token: string): boolean {
  const segments = token.split('.')
  return segments.length === 3 && segments.every((segment) => segment !== '' && isCanonical(segment))
}
