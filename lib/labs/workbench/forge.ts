/** What an attacker makes of a token that he can read: other claims, and a header that asks the verifier for a favour. */
import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { encoded } from './forms'

type Json = Record<string, unknown>

export const FORGERIES = ['none', 'jwk', 'jku', 'kid', 'public-key'] as const
export type Forgery = (typeof FORGERIES)[number]

export interface ForgedToken {
  readonly by: Forgery
  readonly token: string
}

/** The attacker's own pair, of this process. */
export const attackersKeys = generateKeyPairSync('ed25519')
/** Where his key set would lie. The name exists nowhere (RFC 6761 section 6.4), and nobody asks for it. */
export const ATTACKERS_KEY_SET = 'https://attacker.invalid/keys.json'
/** A file that is empty on many machines: a verifier that reads its key from there has an empty key. */
export const EMPTY_FILE = '/dev/null'

/** @param publicKey of a verifier with a key pair; it is no secret. null: it has none */
export function forgeries(header: Json, claims: Json, publicKey: KeyObject | null): ForgedToken[] {
  const own = (asks: Json) => signed({ ...header, ...asks, alg: 'EdDSA' }, claims, attackersKeys.privateKey)
  const shared = (asks: Json, secret: string) =>
    hmacSigned({ ...header, ...asks, alg: 'HS256' }, claims, secret)
  return [
    { by: 'none', token: `${unsigned({ ...header, alg: 'none' }, claims)}.` },
    { by: 'jwk', token: own({ jwk: attackersKeys.publicKey.export({ format: 'jwk' }) }) },
    { by: 'jku', token: own({ jku: ATTACKERS_KEY_SET, kid: 'attacker' }) },
    { by: 'kid', token: shared({ kid: EMPTY_FILE }, '') },
    ...(publicKey ? [{ by: 'public-key', token: shared({}, pem(publicKey)) } as const] : []),
  ]
}

export const pem = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString()

export const hmacSigned = (header: Json, claims: Json, secret: string | Uint8Array) =>
  withMac(unsigned(header, claims), secret)

export function signed(header: Json, claims: Json, key: KeyObject): string {
  const text = unsigned(header, claims)
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`
}

/** As a signed cookie has it, and a token with HS256. */
export const withMac = (text: string, secret: string | Uint8Array) => `${text}.${mac(text, secret)}`

export const mac = (text: string, secret: string | Uint8Array) =>
  createHmac('sha256', secret).update(text).digest('base64url')

const unsigned = (header: Json, claims: Json) =>
  [header, claims].map((part) => encoded(JSON.stringify(part))).join('.')
