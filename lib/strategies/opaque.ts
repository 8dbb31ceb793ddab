/**
 * Opaque values: 256 random bits that mean nothing and cannot be guessed (ASVS 5.0, 7.2.3).
 * The browser gets the value, the database only its hash: a copied table opens nothing.
 * A plain SHA-256 is enough, because there is nothing to guess; passwords need scrypt.
 */
import { hash, randomBytes } from 'node:crypto'

export interface OpaqueValues {
  /** A new value and what is stored of it. */
  make(): { value: string; hash: string }
  /** null: not of the form that `make` gives. */
  hash(value: string): string | null
}

/** 43 base64url characters hold 256 bits; the last one has two spare bits that must be zero. */
const FORM = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/

const sha256 = (value: string) => hash('sha256', value, 'base64url')

export const opaqueValues: OpaqueValues = {
  make() {
    const value = randomBytes(32).toString('base64url')
    return { value, hash: sha256(value) }
  },
  hash: (value) => (FORM.test(value) ? sha256(value) : null),
}

/** A short public name for a row or a token: not a credential. */
export const makeHandle = (bytes = 12) => randomBytes(bytes).toString('base64url')
