/** The families: how many statements each call makes, and which rows it shows or changes. */
import { isTrue, madeBy, type PortTable } from '../../site/watched'
import type { Ports } from '../ports'
import type { FamilyRow } from '../store'
import type { JwtFinding } from './findings'

const familyRead = (row: FamilyRow): JwtFinding => ({ type: 'family-row', known: true, row })
const familyWritten = (row: FamilyRow): JwtFinding => ({ type: 'family-row', known: false, row })
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
                (id): JwtFinding => ({
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
): JwtFinding[] {
  const next = { ...family, tokenHash, lastSeenAt: at, accessExpiresAt, generation: family.generation + 1 }
  return [{ type: 'token-spent', family, at }, familyWritten(next)]
}
