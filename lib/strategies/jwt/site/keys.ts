/** The keys of the JWT lane: a token names its own in the open, as `kid` in the header. */
import { decodeProtectedHeader } from 'jose'
import type { LaneKeys } from '../../site/keys'

export const jwtKeys: LaneKeys = {
  namesFrom({ jwt }, keys) {
    const signing = jwt.algorithm === 'EdDSA' ? keys.signingKeyPairs() : keys.signingKeys()
    return signing.map(({ kid }) => kid)
  },
  nameIn(token) {
    try {
      return decodeProtectedHeader(token).kid ?? null
    } catch {
      return null
    }
  },
  /** Of a pair the public half too: it verifies, and cannot sign. */
  called: (name) => [
    { name: `signing key ${name}` },
    ...(name.endsWith('e') ? [{ name: `verification key ${name}`, public: true } as const] : []),
  ],
  isOfAnotherForm: () => false,
}
