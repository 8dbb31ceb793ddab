/** Cookies, seals, tokens and opaque values: no statements, only bytes. */
import type { OpaqueValues } from '../strategies/opaque'
import type { Ports } from '../strategies/strategy'
import { formOfVisit } from './held'
import type { PortTable } from './watched'

const lengthOf = (values: string[]) => values.reduce((sum, value) => sum + value.length, 0)

export const COOKIES: PortTable<Ports['cookies']> = {
  source: { file: 'lib/http/cookies.ts', symbol: 'cookiesOf' },
  operations: {
    read: {
      ok: (values) => values.length === 1,
      facts: (values, name) => ({ name, values: values.length, bytes: lengthOf(values) }),
    },
    write: {
      facts: (_, { name, value, maxAge, httpOnly, sameSite }) => ({
        name,
        bytes: name.length + value.length,
        maxAge,
        httpOnly,
        sameSite,
      }),
    },
  },
}

export const SEALS: PortTable<Ports['seals']> = {
  source: { file: 'lib/strategies/cookie/codec.ts', symbol: 'visitCodec' },
  operations: {
    seal: {
      facts: (text, { cart }) => ({
        form: formOfVisit(text),
        bytes: text.length,
        lines: Object.keys(cart).length,
      }),
      finds: (text, visit) => [{ type: 'sealed-visit', known: false, text, visit }],
    },
    unseal: {
      ok: (visit) => visit !== null,
      facts: (visit, text) => ({
        form: formOfVisit(text),
        bytes: text.length,
        ...(visit && { lines: Object.keys(visit.cart).length }),
      }),
      finds: (visit, text) => (visit ? [{ type: 'sealed-visit', known: true, text, visit }] : []),
    },
  },
}

export const ACCESS_TOKENS: PortTable<Ports['accessTokens']> = {
  source: { file: 'lib/strategies/jwt/credential.ts', symbol: 'createAccessTokens' },
  operations: {
    sign: {
      facts: (text, { exp, iat }) => ({ bytes: text.length, seconds: exp - iat }),
      finds: (text, claims) => [{ type: 'access-token', known: false, text, claims }],
    },
    verify: {
      ok: ({ status }) => status === 'valid',
      facts: ({ status }, token) => ({ bytes: token.length, status }),
      finds: (verified, text) =>
        verified.status === 'refused'
          ? []
          : [{ type: 'access-token', known: true, text, claims: verified.claims }],
    },
  },
}

const OPAQUE: PortTable<OpaqueValues> = {
  source: { file: 'lib/strategies/opaque.ts', symbol: 'opaqueValues' },
  operations: {
    make: { facts: ({ value }) => ({ bytes: value.length }) },
    hash: { ok: (hash) => hash !== null, facts: (_, value) => ({ bytes: value.length }) },
  },
}

export const SESSION_IDS = OPAQUE
export const REFRESH_TOKENS: PortTable<Ports['refreshTokens']> = {
  source: { file: 'lib/strategies/jwt/refresh-tokens.ts', symbol: 'createRefreshTokens' },
  operations: {
    ...OPAQUE.operations,
    successorsOf: { facts: (all) => ({ keys: all.length }) },
  },
}
