/** The keys of a node in the forms that the lanes take. */
import { hash } from 'node:crypto'
import type { SigningKey } from '@/lib/strategies/jwt/credential'

/** iron-session's map: all of them open, the highest number seals. */
export const passwordsOf = (seal: readonly string[]): Record<string, string> =>
  Object.fromEntries(seal.map((password, at) => [String(seal.length - at), password]))

export const octetsOf = (key: string) => new Uint8Array(Buffer.from(key, 'base64url'))

/** Named by what they are, so that all nodes call one key by one name. */
export const signingKeysOf = (sign: readonly string[]): SigningKey[] =>
  sign.map((key) => ({ kid: hash('sha256', key, 'base64url').slice(0, 8), key: octetsOf(key) }))
