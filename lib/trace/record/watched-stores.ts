/** The stores: how many statements each call makes, and which rows it shows or changes. */

import type { CartRow } from '@/lib/strategies/jwt/carts'
import type { FamilyRow } from '@/lib/strategies/jwt/store'
import type { Ports } from '@/lib/strategies/ports'
import type { SessionRow } from '@/lib/strategies/session/store'
import type { Finding } from '../model/finding'
import { madeBy, type PortTable } from './port-table'

const isTrue = (result: boolean) => result

const sessionRead = (row: SessionRow): Finding => ({ type: 'session-row', known: true, row })
const sessionWritten = (row: SessionRow): Finding => ({ type: 'session-row', known: false, row })

export const SESSIONS: PortTable<Ports['sessions']> = {
  source: madeBy('lib/strategies/session/store.ts', 'createSessionStore'),
  operations: {
    find: {
      reads: 1,
      ok: (row) => row !== null,
      facts: (row): Record<string, number> => (row ? { version: row.version } : {}),
      // It may have been swept since it was last seen.
      finds: (row, idHash) => [
        row ? sessionRead(row) : { type: 'sessions-gone', known: true, which: { idHash } },
      ],
    },
    insert: {
      writes: 1,
      ok: isTrue,
      facts: (_, { version }) => ({ version }),
      finds: (inserted, row) => (inserted ? [sessionWritten(row)] : []),
    },
    save: {
      writes: 1,
      ok: isTrue,
      facts: (_, { version }) => ({ version: version + 1 }),
      finds: (saved, row, cart, at) =>
        saved ? [sessionWritten({ ...row, cart, version: row.version + 1, lastSeenAt: at })] : [],
    },
    replace: {
      writes: 1,
      ok: isTrue,
      facts: (_, _row, next) => ({ version: next.version }),
      finds: (replaced, { idHash }, next) =>
        replaced ? [{ type: 'sessions-gone', which: { idHash } }, sessionWritten(next)] : [],
    },
    storeWithin: {
      reads: 1,
      writes: (stored) =>
        stored.outcome === 'too_many_devices'
          ? 0
          : stored.outcome === 'stored' && stored.ended.length > 0
            ? 2
            : 1,
      ok: ({ outcome }) => outcome === 'stored',
      facts: (stored, { version }, { deviceLimit }) => ({
        version,
        deviceLimit,
        rows: stored.outcome === 'stored' ? stored.ended.length : 0,
      }),
      finds: (stored, row, { replaces }) =>
        stored.outcome === 'stored' ? storedWithin(stored.ended, row, replaces) : [],
    },
    touch: {
      writes: 1,
      ok: isTrue,
      finds: (touched, row, at) => (touched ? [sessionWritten({ ...row, lastSeenAt: at })] : []),
    },
    end: { writes: 1, ok: isTrue, finds: (_, idHash) => [{ type: 'sessions-gone', which: { idHash } }] },
    list: { reads: 1, facts: (rows) => ({ rows: rows.length }), finds: (rows) => rows.map(sessionRead) },
    endByHandle: {
      writes: 1,
      ok: isTrue,
      finds: (_, userId, handle) => [{ type: 'sessions-gone', which: { userId, handle } }],
    },
    endOthers: {
      writes: 1,
      facts: (rows) => ({ rows }),
      finds: (_, userId, keepIdHash) => [{ type: 'sessions-gone', which: { userId }, keepIdHash }],
    },
    endAll: {
      writes: 1,
      facts: (rows) => ({ rows }),
      finds: (_, userId) => [{ type: 'sessions-gone', which: { userId } }],
    },
  },
}

function storedWithin(ended: SessionRow[], row: SessionRow, replaces: SessionRow | undefined): Finding[] {
  const gone = [...ended, ...(replaces ? [replaces] : [])]
  return [
    ...gone.map(({ idHash }): Finding => ({ type: 'sessions-gone', which: { idHash } })),
    sessionWritten(row),
  ]
}

const familyRead = (row: FamilyRow): Finding => ({ type: 'family-row', known: true, row })
const familyWritten = (row: FamilyRow): Finding => ({ type: 'family-row', known: false, row })
const found = {
  reads: 1,
  ok: (row: FamilyRow | null) => row !== null,
  facts: (row: FamilyRow | null): Record<string, number> => (row ? { generation: row.generation } : {}),
  finds: (row: FamilyRow | null) => (row ? [familyRead(row)] : []),
}

export const FAMILIES: PortTable<Ports['families']> = {
  source: madeBy('lib/strategies/jwt/store.ts', 'createRefreshFamilyStore'),
  operations: {
    insert: {
      writes: 1,
      facts: (_, { generation }) => ({ generation }),
      finds: (_, row) => [familyWritten(row)],
    },
    insertWithin: {
      reads: 1,
      writes: (ended) => (ended === null ? 0 : ended.length > 0 ? 2 : 1),
      ok: (ended) => ended !== null,
      facts: (ended, { generation }, { deviceLimit }) => ({
        generation,
        deviceLimit,
        rows: ended?.length ?? 0,
      }),
      finds: (ended, row) =>
        ended
          ? [
              ...ended.map(
                (id): Finding => ({
                  type: 'families-ended',
                  which: { id },
                  because: 'device_limit',
                  at: row.createdAt,
                }),
              ),
              familyWritten(row),
            ]
          : [],
    },
    findByToken: found,
    findBySpentToken: found,
    rotate: {
      // The family's row and the spent token; when the first does not match there is no second.
      writes: (rotated) => (rotated ? 2 : 1),
      ok: isTrue,
      facts: (_, { generation }) => ({ generation: generation + 1 }),
      finds: (rotated, family, next) => (rotated ? rotation(family, next) : []),
    },
    prolong: {
      writes: 1,
      ok: isTrue,
      finds: (prolonged, family, { at, accessExpiresAt }) =>
        prolonged ? [familyWritten({ ...family, lastSeenAt: at, accessExpiresAt })] : [],
    },
    spentBetween: { reads: 1, ok: isTrue },
    end: {
      writes: 1,
      ok: isTrue,
      facts: (_, _id, because) => ({ because }),
      finds: (ended, id, because, at) =>
        ended ? [{ type: 'families-ended', which: { id }, because, at }] : [],
    },
    list: { reads: 1, facts: (rows) => ({ rows: rows.length }), finds: (rows) => rows.map(familyRead) },
    endOne: {
      writes: 1,
      ok: isTrue,
      facts: (_, _subject, _id, because) => ({ because }),
      finds: (_, subject, id, because, at) => [
        { type: 'families-ended', which: { subject, id }, because, at },
      ],
    },
    endOthers: {
      writes: 1,
      facts: (rows, _subject, _keep, because) => ({ rows, because }),
      finds: (_, subject, keepId, because, at) => [
        { type: 'families-ended', which: { subject }, keepId, because, at },
      ],
    },
    endAll: {
      reads: 1,
      writes: 1,
      facts: ({ ended }, _subject, because) => ({ rows: ended, because }),
      finds: (_, subject, because, at) => [{ type: 'families-ended', which: { subject }, because, at }],
    },
  },
}

function rotation(
  family: FamilyRow,
  { tokenHash, at, accessExpiresAt }: Parameters<Ports['families']['rotate']>[1],
): Finding[] {
  const next = { ...family, tokenHash, lastSeenAt: at, accessExpiresAt, generation: family.generation + 1 }
  return [{ type: 'token-spent', family, at }, familyWritten(next)]
}

const cartRead = (row: CartRow): Finding => ({ type: 'cart-row', known: true, row })
const cartWritten = ({ subject, version }: CartRow, lines: CartRow['lines']): Finding => ({
  type: 'cart-row',
  known: false,
  row: { subject, lines, version: version + 1 },
})

export const CARTS: PortTable<Ports['carts']> = {
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

export const GENERATIONS: PortTable<Ports['generations']> = {
  source: madeBy('lib/strategies/cookie/store.ts', 'createGenerationStore'),
  operations: {
    current: {
      reads: 1,
      facts: (generation) => ({ generation }),
      // The first number is that of a customer who has no row.
      finds: (generation, userId) => (generation > 1 ? [generationOf(userId, generation, true)] : []),
    },
    raise: {
      writes: 1,
      facts: (generation) => ({ generation }),
      finds: (generation, userId) => [generationOf(userId, generation, false)],
    },
  },
}

const generationOf = (userId: string, generation: number, known: boolean): Finding => ({
  type: 'generation-row',
  known,
  row: { userId, generation },
})

export const DENIED: PortTable<Ports['denied']> = {
  source: madeBy('lib/strategies/jwt/denied.ts', 'createDeniedTokenStore'),
  operations: {
    has: { reads: 1, ok: (denied) => !denied, facts: (denied) => ({ denied }) },
    add: { writes: 1, finds: (_, id, expiresAt) => [{ type: 'denied-row', row: { id, expiresAt } }] },
  },
}
