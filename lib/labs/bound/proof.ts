/** A proof that whoever sends a request has a key: made for this one request, and good once (RFC 9449 sections 4.2 and 4.3). */
import { hash } from 'node:crypto'
import {
  type CryptoKey,
  calculateJwkThumbprint,
  EmbeddedJWK,
  exportJWK,
  generateKeyPair,
  jwtVerify,
  SignJWT,
} from 'jose'
import { z } from 'zod'

export interface ProofKey {
  publicKey: CryptoKey
  privateKey: CryptoKey
}

/** The private key cannot be exported: a copy of what a page holds does not have it. */
export const newKey = (): Promise<ProofKey> => generateKeyPair('ES256', { extractable: false })

export interface ProvedRequest {
  method: string
  /** Without query and fragment. */
  url: string
  /** With a token: the proof is for this one. */
  token?: string
}

const TYPE = 'dpop+jwt'

export async function makeProof(
  { publicKey, privateKey }: ProofKey,
  { method, url, token }: ProvedRequest,
  at: Date,
) {
  const ath = token === undefined ? {} : { ath: athOf(token) }
  return new SignJWT({ htm: method, htu: url, jti: crypto.randomUUID(), ...ath })
    .setProtectedHeader({ typ: TYPE, alg: 'ES256', jwk: await exportJWK(publicKey) })
    .setIssuedAt(at)
    .sign(privateKey)
}

const athOf = (token: string) => hash('sha256', token, 'base64url')

const Claims = z.object({
  htm: z.string(),
  htu: z.string(),
  jti: z.string().min(1).max(100),
  iat: z.int(),
  ath: z.string().optional(),
})

/** `form`: it is no such proof, or not authentic. */
export type ProofFault = 'none' | 'form' | 'request' | 'age' | 'token' | 'seen'

/** Seconds that a proof may be old, and that a clock may be ahead. */
const OLDEST = 60
const AHEAD = 5

/** What was seen lately, by one server: more than one have to share it. */
export class ProofChecks {
  readonly #seen = new Map<string, number>()

  constructor(private readonly now: () => Date) {}

  /** @returns the thumbprint of the key, or what is wrong */
  async check(
    proof: string | undefined,
    asked: ProvedRequest,
  ): Promise<{ thumbprint: string } | { fault: ProofFault }> {
    if (proof === undefined) return { fault: 'none' }
    const read = await readProof(proof)
    if (!read) return { fault: 'form' }
    const { claims, thumbprint } = read
    if (claims.htm !== asked.method || claims.htu !== asked.url) return { fault: 'request' }
    const now = Math.floor(this.now().getTime() / 1000)
    if (claims.iat < now - OLDEST || claims.iat > now + AHEAD) return { fault: 'age' }
    if (asked.token !== undefined && claims.ath !== athOf(asked.token)) return { fault: 'token' }
    return this.#isNew(claims.jti, now) ? { thumbprint } : { fault: 'seen' }
  }

  /** An older one is refused by its age. */
  #isNew(jti: string, now: number): boolean {
    for (const [known, at] of this.#seen) if (at < now - OLDEST - AHEAD) this.#seen.delete(known)
    if (this.#seen.has(jti)) return false
    this.#seen.set(jti, now)
    return true
  }
}

async function readProof(proof: string) {
  try {
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
      typ: TYPE,
      algorithms: ['ES256'],
    })
    const claims = Claims.parse(payload)
    return { claims, thumbprint: await calculateJwkThumbprint(protectedHeader.jwk!) }
  } catch {
    return null
  }
}
