/** What the server found in a credential when it opened or made it. */
import { decodeJwt } from 'jose'
import type { SealedVisit } from '@/lib/strategies/cookie/credential'
import type { Field } from '../model/artifact'
import type { Finding } from '../model/finding'

export interface RevealedArtifact {
  contents: Field[]
  /** ISO 8601 by the sandbox clock. */
  expiresAt: string | null
}

export type RevealingFinding = Finding & { type: 'sealed-visit' | 'access-token' }

export const isRevealing = (finding: Finding): finding is RevealingFinding =>
  finding.type === 'sealed-visit' || finding.type === 'access-token'

export function revealOf(finding: RevealingFinding): RevealedArtifact {
  const { exp } = finding.type === 'sealed-visit' ? finding.visit : finding.claims
  const contents = finding.type === 'sealed-visit' ? fieldsOfVisit(finding.visit) : claimsIn(finding.text)
  return { contents, expiresAt: new Date(exp * 1000).toISOString() }
}

function fieldsOfVisit({ customer, cart, exp, generation }: SealedVisit): Field[] {
  const who = Object.entries(customer ?? {}).map(([name, value]) => ({
    name: `customer.${name}`,
    value: String(value),
  }))
  return [
    ...(customer ? who : [{ name: 'customer', value: 'null' }]),
    { name: 'cart', value: JSON.stringify(cart) },
    { name: 'exp', value: String(exp) },
    ...(generation === undefined ? [] : [{ name: 'generation', value: String(generation) }]),
  ]
}

/** Decoded, not verified: a signature keeps nobody from reading. */
function claimsIn(token: string): Field[] {
  return Object.entries(decodeJwt(token)).map(([name, value]) => ({ name, value: textOf(value) }))
}

const textOf = (claim: unknown) => (typeof claim === 'object' ? JSON.stringify(claim) : String(claim))
