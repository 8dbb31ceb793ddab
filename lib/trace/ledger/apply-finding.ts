/** Findings about the server side, written into the ledger. Those about a text wait until it is seen in the browser (recording.ts). */
import type { Dials } from '@/lib/strategies/dials'
import type { CartRow } from '@/lib/strategies/jwt/carts'
import type { FamilyRow } from '@/lib/strategies/jwt/store'
import type { SessionRow } from '@/lib/strategies/session/store'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { Artifact } from '../model/artifact'
import type { DeniedRow, Finding, GenerationRow } from '../model/finding'
import type { Ledger } from './ledger'
import { fieldOf } from './links'
import {
  cartRow,
  cartRowId,
  deniedRow,
  endedFamily,
  familyRow,
  familyRowId,
  generationRow,
  generationRowId,
  sessionRow,
  sessionRowId,
  spentRowId,
  spentRows,
  written,
} from './rows'

type Handlers = { [T in Finding['type']]: (ledger: Ledger, finding: Finding & { type: T }) => void }

const HANDLERS: Handlers = {
  'sealed-visit': () => {},
  'access-token': () => {},
  'session-row': (ledger, { row, known }) => putNewer(ledger, SESSION, row, known),
  'sessions-gone': (ledger, { which, keepIdHash }) =>
    ledger.drop('session', (row) => isMeant(row, 'Session', which, ['idHash', keepIdHash])),
  'family-row': (ledger, { row, known }) => putNewer(ledger, FAMILY, row, known),
  'token-spent': noteSpent,
  'families-ended': endFamilies,
  'generation-row': (ledger, { row, known }) => {
    putNewer(ledger, GENERATION, row, known)
    if (!known) endOlderVisits(ledger, row)
  },
  'denied-row': (ledger, { row }) => {
    ledger.put('jwt', deniedRow(row))
    endDenied(ledger, row)
  },
  'cart-row': (ledger, { row, known }) => putNewer(ledger, CART, row, known),
  'cart-gone': (ledger, { subject }) => ledger.drop('jwt', ({ id }) => id === cartRowId(subject)),
}

export function applyFinding(ledger: Ledger, finding: Finding): void {
  const handle = HANDLERS[finding.type] as (ledger: Ledger, finding: Finding) => void
  handle(ledger, finding)
}

/** How a row becomes an artifact, and which column counts its changes. */
interface Table<Row extends object> {
  strategy: StrategyName
  idOf(row: Row): string
  artifactOf(row: Row, dials: Dials): Artifact
  counter: keyof Row & string
}

const SESSION: Table<SessionRow> = {
  strategy: 'session',
  idOf: ({ handle }) => sessionRowId(handle),
  artifactOf: sessionRow,
  counter: 'version',
}
const FAMILY: Table<FamilyRow> = {
  strategy: 'jwt',
  idOf: ({ id }) => familyRowId(id),
  artifactOf: familyRow,
  counter: 'generation',
}
const CART: Table<CartRow> = {
  strategy: 'jwt',
  idOf: ({ subject }) => cartRowId(subject),
  artifactOf: cartRow,
  counter: 'version',
}
const GENERATION: Table<GenerationRow> = {
  strategy: 'cookie',
  idOf: ({ userId }) => generationRowId(userId),
  artifactOf: generationRow,
  counter: 'generation',
}

/** From which row, under which dials: nearly every read finds what the one before found. */
const madeOf = new WeakMap<Artifact, { row: object; dials: Dials }>()

function putNewer<Row extends object>(ledger: Ledger, table: Table<Row>, row: Row, known: boolean) {
  const { strategy, idOf, artifactOf, counter } = table
  const { dials } = ledger
  const id = idOf(row)
  const old = ledger.find(strategy, id)
  // Of two requests at once, the answer to the earlier read may come later: an older version is no news.
  if (known && old && Number(fieldOf(old, counter)) > Number(row[counter])) return
  const source = old && madeOf.get(old)
  const isAsBefore = source?.dials === dials && isSameRow(source.row, row)
  ledger.put(strategy, isAsBefore ? old! : artifactOf(row, dials))
  madeOf.set(ledger.find(strategy, id)!, { row, dials })
}

function isSameRow(old: object, row: object): boolean {
  const before = old as Record<string, unknown>
  return Object.entries(row).every(([column, value]) => isSameValue(before[column], value))
}

/** A primitive, a time, or the JSON of a cart. */
function isSameValue(old: unknown, value: unknown): boolean {
  if (old === value) return true
  if (old instanceof Date && value instanceof Date) return old.getTime() === value.getTime()
  return typeof value === 'object' && JSON.stringify(old) === JSON.stringify(value)
}

function noteSpent(ledger: Ledger, { family, at }: Finding & { type: 'token-spent' }) {
  const old = ledger.find('jwt', spentRowId(family.id))
  const count = Number(old ? fieldOf(old, 'rows') : 0) + 1
  const newest = { tokenHash: family.tokenHash, spentAt: at }
  ledger.put('jwt', spentRows(family, count, newest, ledger.dials))
}

function endFamilies(ledger: Ledger, { which, keepId, because, at }: Finding & { type: 'families-ended' }) {
  const meant = (row: Artifact) => !row.ended && isMeant(row, 'RefreshFamily', which, ['id', keepId])
  ledger.update('jwt', (row) => (meant(row) ? endedFamily(row, because, at) : row))
}

/** A visit without a number was sealed before the dial was on, and counts as the first. */
function endOlderVisits(ledger: Ledger, { userId, generation }: GenerationRow) {
  const isOlder = (held: Artifact) =>
    held.side === 'browser' &&
    fieldOf(held, 'customer.id') === userId &&
    Number(fieldOf(held, 'generation') ?? 1) < generation
  ledger.update('cookie', (held) => (isOlder(held) && !held.ended ? { ...held, ended: true } : held))
}

/** `jti:…` is one token, `sid:…` all of a family. */
function endDenied(ledger: Ledger, { id }: DeniedRow) {
  const isDenied = (held: Artifact) =>
    held.side === 'browser' && ['jti', 'sid'].some((claim) => `${claim}:${fieldOf(held, claim)}` === id)
  ledger.update('jwt', (held) => (isDenied(held) && !held.ended ? { ...held, ended: true } : held))
}

function isMeant(
  row: Artifact,
  table: string,
  which: object,
  [column, kept]: [string, string | undefined],
): boolean {
  if (row.name !== table || (kept !== undefined && fieldOf(row, column) === kept)) return false
  return Object.entries(which).every(([name, value]) => fieldOf(row, name) === written(value))
}
