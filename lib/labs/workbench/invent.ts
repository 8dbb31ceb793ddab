/** Somebody else's sign-in, made from nothing, in the form that a lane uses and with whatever key can be guessed. */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { sealData } from 'iron-session'
import type { SealedVisit } from '@/lib/strategies/cookie/credential'
import { hmacSigned, signed, withMac } from './forge'
import { type CredentialForm, encoded, formOf, headerOf, readable } from './forms'

/** Long enough for iron-session, and no harder to guess for it. */
const GUESS = 'secret'.repeat(6)
const RANDOM_IDS = 10
const HOUR = 3600

/** The visitor of the support desk, with more discount than anybody has. */
const support = {
  id: 'sam',
  email: 'sam@shop.example',
  name: 'Sam Seo',
  role: 'support',
  discount: 90,
} as const

const visit = (): SealedVisit => ({ customer: support, cart: {}, exp: Math.floor(Date.now() / 1000) + HOUR })
const visitText = () => encoded(JSON.stringify(visit()))

const BY_FORM: Record<CredentialForm, (text: string) => string[] | Promise<string[]>> = {
  sealed: async () => [await sealData(visit(), { password: GUESS, ttl: 0 })],
  signed: () => [withMac(visitText(), GUESS)],
  plain: () => [visitText()],
  opaque: () => Array.from({ length: RANDOM_IDS }, () => randomBytes(32).toString('base64url')),
  token: (text) => [inventedToken(text)],
}

/** @param text a credential of the room: its form is copied, not its key */
export const invented = async (text: string): Promise<string[]> => BY_FORM[formOf(text)](text)

function inventedToken(text: string): string {
  const { id: sub, role, discount } = support
  const header = headerOf(text)
  const claims = { ...readable(text), sub, role, discount }
  return header.alg === 'EdDSA'
    ? signed(header, claims, generateKeyPairSync('ed25519').privateKey)
    : hmacSigned(header, claims, GUESS)
}
