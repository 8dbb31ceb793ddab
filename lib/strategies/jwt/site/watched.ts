/** What each operation of the JWT lane's ports costs in statements, tells a reader, and gives away. */
import { isTrue, madeBy, OPAQUE, type PortTable } from '../../site/watched'
import type { CartRow } from '../carts'
import type { Ports } from '../ports'
import type { JwtFinding } from './findings'
import { FAMILIES } from './watched-families'

const ACCESS_TOKENS: PortTable<Ports['accessTokens']> = {
  source: madeBy('lib/strategies/jwt/credential.ts', 'createAccessTokens'),
  operations: {
    sign: {
      usesKey: () => true,
      facts: (text, { exp, iat }) => ({ bytes: text.length, seconds: exp - iat }),
      finds: (text, claims) => [{ type: 'access-token', known: false, text, claims }],
    },
    verify: {
      ok: ({ status }) => status === 'valid',
      // Of a refused one it may be that no key was looked at.
      usesKey: ({ status }) => status !== 'refused',
      facts: ({ status }, token) => ({ bytes: token.length, status }),
      finds: (verified, text) =>
        verified.status === 'refused'
          ? []
          : [{ type: 'access-token', known: true, text, claims: verified.claims }],
    },
  },
}

const derived = madeBy('lib/strategies/jwt/refresh-tokens.ts', 'createRefreshTokens')
const REFRESH_TOKENS: PortTable<Ports['refreshTokens']> = {
  source: (operation, dials) => (operation === 'successorsOf' ? derived : OPAQUE.source)(operation, dials),
  operations: {
    ...OPAQUE.operations,
    successorsOf: { facts: (all) => ({ keys: all.length }) },
  },
}

const cartRead = (row: CartRow): JwtFinding => ({ type: 'cart-row', known: true, row })
const cartWritten = ({ subject, version }: CartRow, lines: CartRow['lines']): JwtFinding => ({
  type: 'cart-row',
  known: false,
  row: { subject, lines, version: version + 1 },
})

const CARTS: PortTable<Ports['carts']> = {
  source: madeBy('lib/strategies/jwt/carts.ts', 'createCartStore'),
  operations: {
    find: {
      reads: 1,
      ok: ({ version }) => version > 0,
      facts: ({ version, lines }) => ({ version, lines: Object.keys(lines).length }),
      finds: (row) => [
        row.version > 0 ? cartRead(row) : { type: 'cart-gone', known: true, subject: row.subject },
      ],
    },
    save: {
      writes: 1,
      ok: isTrue,
      facts: (_, { version }) => ({ version: version + 1 }),
      finds: (saved, row, lines) => (saved ? [cartWritten(row, lines)] : []),
    },
    merge: {
      // The customer's row and the guest's; when the first does not match there is no second.
      writes: (merged) => (merged ? 2 : 1),
      ok: isTrue,
      facts: (_, _guest, { version }) => ({ version: version + 1 }),
      finds: (merged, guest, into, lines) =>
        merged ? [cartWritten(into, lines), { type: 'cart-gone', subject: guest.subject }] : [],
    },
  },
}

const DENIED: PortTable<Ports['denied']> = {
  source: madeBy('lib/strategies/jwt/denied.ts', 'createDeniedTokenStore'),
  operations: {
    has: { reads: 1, ok: (denied) => !denied, facts: (denied) => ({ denied }) },
    add: { writes: 1, finds: (_, id, expiresAt) => [{ type: 'denied-row', row: { id, expiresAt } }] },
  },
}

const USER_KEYS: PortTable<Ports['userKeys']> = {
  source: madeBy('lib/strategies/jwt/user-keys.ts', 'createUserKeyStore'),
  operations: {
    current: {
      reads: 1,
      facts: (number) => ({ number }),
      // The first number is that of a subject who has no row.
      finds: (number, subject) => (number > 1 ? [userKeyOf(subject, number, true)] : []),
    },
    change: {
      writes: 1,
      facts: (number) => ({ number }),
      finds: (number, subject) => [userKeyOf(subject, number, false)],
    },
  },
}

const userKeyOf = (subject: string, number: number, known: boolean): JwtFinding => ({
  type: 'user-key-row',
  known,
  row: { subject, number },
})

export const watchedJwt = {
  accessTokens: ACCESS_TOKENS,
  refreshTokens: REFRESH_TOKENS,
  families: FAMILIES,
  carts: CARTS,
  denied: DENIED,
  userKeys: USER_KEYS,
}
