/** What each operation of the session lane's ports costs in statements, tells a reader, and gives away. */
import { isTrue, madeBy, OPAQUE, type PortTable } from '../../site/watched'
import type { Ports } from '../ports'
import type { SessionRow } from '../store'
import type { SessionFinding } from './findings'

const SESSION_IDS: PortTable<Ports['sessionIds']> = {
  ...OPAQUE,
  source(operation, dials) {
    const { storedId, unknownIds } = dials.session
    const file = 'lib/strategies/session/site/weak.ts'
    if (storedId === 'raw') return { file, symbol: `weakRawIds.${operation}` }
    const adopts = unknownIds === 'adopt' && operation === 'hash'
    return adopts ? { file, symbol: 'weakAnyId.hash' } : OPAQUE.source(operation, dials)
  },
}

const sessionRead = (row: SessionRow): SessionFinding => ({ type: 'session-row', known: true, row })
const sessionWritten = (row: SessionRow): SessionFinding => ({ type: 'session-row', known: false, row })

const SESSIONS: PortTable<Ports['sessions']> = {
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

function storedWithin(
  ended: SessionRow[],
  row: SessionRow,
  replaces: SessionRow | undefined,
): SessionFinding[] {
  const gone = [...ended, ...(replaces ? [replaces] : [])]
  return [
    ...gone.map(({ idHash }): SessionFinding => ({ type: 'sessions-gone', which: { idHash } })),
    sessionWritten(row),
  ]
}

export const watchedSession = { sessionIds: SESSION_IDS, sessions: SESSIONS }
