/**
 * Wrong on purpose: a verifier that does what the token's header says (RFC 8725 section 2.1). It runs on the bench with keys that are
 * thrown away, answers yes or no, and nothing that it accepts becomes anybody's sign-in.
 */
import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { SigningKey } from '@/lib/strategies/jwt/credential'
import { ATTACKERS_KEY_SET, attackersKeys, EMPTY_FILE, mac, pem } from './forge'

/** Stands for what it would fetch or read: nothing leaves this process. */
const FETCHED = new Map([[ATTACKERS_KEY_SET, attackersKeys.publicKey]])
const FILES = new Map([[EMPTY_FILE, '']])

interface Header {
  alg?: string
  kid?: string
  jku?: string
  jwk?: Record<string, string>
}

/** @param key what it was set up with: a shared secret, or a pair */
export function carelesslyAccepts(token: string, key: SigningKey): boolean {
  const [head = '', payload = '', signature = ''] = token.split('.')
  const header: Header = JSON.parse(Buffer.from(head, 'base64url').toString())
  const text = `${head}.${payload}`
  if (header.alg === 'none') return true
  if (header.alg === 'HS256') return mac(text, secretOf(header, key)) === signature
  const publicKey = publicKeyOf(header, key)
  return publicKey !== null && verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64url'))
}

/** "The key" is whatever was configured: a public one goes into the HMAC as its text. */
function secretOf({ kid = '' }: Header, { key, publicKey }: SigningKey): string | Uint8Array {
  if (publicKey) return FILES.get(kid) ?? pem(publicKey)
  return FILES.get(kid) ?? (key as Uint8Array)
}

function publicKeyOf({ jwk, jku }: Header, { publicKey }: SigningKey): KeyObject | null {
  if (jwk) return createPublicKey({ key: jwk, format: 'jwk' })
  return (jku ? FETCHED.get(jku) : publicKey) ?? null
}
