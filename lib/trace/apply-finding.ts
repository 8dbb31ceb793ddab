/** Findings about the server side, written into the ledger. Those about a text wait until it is seen in the browser (recording.ts). */
import type { StrategyName } from '../strategies/strategy'
import type { Artifact } from './artifact'
import type { DeniedRow, Finding, GenerationRow } from './finding'
import { fieldOf, type Ledger } from './ledger'
import {
  cartRow,
  cartRowId,
  deniedRow,
  endedFamily,
  familyRow,
  generationRow,
  sessionRow,
  spentRowId,
  spentRows,
  written,
} from './rows'

type Handlers = { [T in Finding['type']]: (ledger: Ledger, finding: Finding & { type: T }) => void }

const HANDLERS: Handlers = {
  'sealed-visit': () => {},
  'access-token': () => {},
  'session-row': (ledger, { row, known }) =>
    putNewer(ledger, 'session', sessionRow(row, ledger.dials), 'version', known),
  'sessions-gone': (ledger, { which, keepIdHash }) =>
    ledger.drop('session', (row) => isMeant(row, 'Session', which, ['idHash', keepIdHash])),
  'family-row': (ledger, { row, known }) => putNewer(ledger, 'jwt', familyRow(row), 'generation', known),
  'token-spent': (ledger, { family }) => noteSpent(ledger, family.id, family.tokenHash),
  'families-ended': endFamilies,
  'generation-row': (ledger, { row, known }) => {
    putNewer(ledger, 'cookie', generationRow(row), 'generation', known)
    if (!known) endOlderVisits(ledger, row)
  },
  'denied-row': (ledger, { row }) => {
    ledger.put('jwt', deniedRow(row))
    endDenied(ledger, row)
  },
  'cart-row': (ledger, { row, known }) => putNewer(ledger, 'jwt', cartRow(row), 'version', known),
  'cart-gone': (ledger, { subject }) => ledger.drop('jwt', ({ id }) => id === cartRowId(subject)),
}

export function applyFinding(ledger: Ledger, finding: Finding): void {
  const handle = HANDLERS[finding.type] as (ledger: Ledger, finding: Finding) => void
  handle(ledger, finding)
}

/** Of two requests at once, the answer to the earlier read may come later: an older version is no news. */
function putNewer(ledger: Ledger, strategy: StrategyName, row: Artifact, counter: string, known: boolean) {
  const old = ledger.find(strategy, row.id)
  if (known && old && Number(fieldOf(old, counter)) > Number(fieldOf(row, counter))) return
  ledger.put(strategy, row)
}

function noteSpent(ledger: Ledger, family: string, tokenHash: string) {
  const old = ledger.find('jwt', spentRowId(family))
  ledger.put('jwt', spentRows(family, Number(old ? fieldOf(old, 'rows') : 0) + 1, tokenHash))
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
