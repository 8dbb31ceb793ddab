/** Cookies, seals, tokens and opaque values: no statements, only bytes. */

import { formOfVisit } from '@/lib/strategies/cookie/lane'
import type { OpaqueValues } from '@/lib/strategies/opaque'
import type { Ports } from '@/lib/strategies/ports'
import { madeBy, type PortTable } from './port-table'

const lengthOf = (values: string[]) => values.reduce((sum, value) => sum + value.length, 0)

export const COOKIES: PortTable<Ports['cookies']> = {
  source: madeBy('lib/http/cookies.ts', 'cookiesOf'),
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

const CODECS = {
  sealed: { file: 'lib/strategies/cookie/credential.ts', maker: 'createSeals' },
  signed: { file: 'lib/strategies/cookie/site/weak.ts', maker: 'createSignedVisits' },
  plain: { file: 'lib/strategies/cookie/site/weak.ts', maker: 'plainVisits' },
} as const

export const SEALS: PortTable<Ports['seals']> = {
  source: (operation, { cookie }) => {
    const { file, maker } = CODECS[cookie.protection]
    return { file, symbol: `${maker}.${operation}` }
  },
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
  source: madeBy('lib/strategies/jwt/credential.ts', 'createAccessTokens'),
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

const opaque = madeBy('lib/strategies/opaque.ts', 'opaqueValues')
const OPAQUE: PortTable<OpaqueValues> = {
  source: opaque,
  operations: {
    make: { facts: ({ value }) => ({ bytes: value.length }) },
    hash: { ok: (hash) => hash !== null, facts: (_, value) => ({ bytes: value.length }) },
  },
}

export const SESSION_IDS: PortTable<Ports['sessionIds']> = {
  ...OPAQUE,
  source(operation, dials) {
    const { storedId, unknownIds } = dials.session
    const file = 'lib/strategies/session/site/weak.ts'
    if (storedId === 'raw') return { file, symbol: `weakRawIds.${operation}` }
    const adopts = unknownIds === 'adopt' && operation === 'hash'
    return adopts ? { file, symbol: 'weakAnyId.hash' } : opaque(operation, dials)
  },
}

const derived = madeBy('lib/strategies/jwt/refresh-tokens.ts', 'createRefreshTokens')
export const REFRESH_TOKENS: PortTable<Ports['refreshTokens']> = {
  source: (operation, dials) => (operation === 'successorsOf' ? derived : opaque)(operation, dials),
  operations: {
    ...OPAQUE.operations,
    successorsOf: { facts: (all) => ({ keys: all.length }) },
  },
}
