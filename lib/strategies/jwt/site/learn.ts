/** What findings of the JWT lane change. */
import type { Artifact } from '../../site/artifact'
import { type HeldValue, isMeant, type Learns, putNewer, type SignInEnds, type Table } from '../../site/learn'
import { fieldOf } from '../../site/row-artifact'
import type { CartRow } from '../carts'
import type { FamilyEnd, FamilyRow } from '../store'
import {
  cartRow,
  cartRowId,
  deniedRow,
  endedFamily,
  endedSpent,
  familyRow,
  familyRowId,
  SPENT,
  spentRowId,
  spentRows,
  userKeyRow,
  userKeyRowId,
} from './artifacts'
import type { DeniedRow, JwtFinding, UserKeyRow } from './findings'

const FAMILY: Table<FamilyRow> = {
  idOf: ({ id }) => familyRowId(id),
  artifactOf: familyRow,
  counter: 'generation',
}
const CART: Table<CartRow> = {
  idOf: ({ subject }) => cartRowId(subject),
  artifactOf: cartRow,
  counter: 'version',
}

const USER_KEY: Table<UserKeyRow> = {
  idOf: ({ subject }) => userKeyRowId(subject),
  artifactOf: userKeyRow,
  counter: 'number',
}

export const jwtLearns: Learns<JwtFinding> = {
  'family-row': (held, finding, dials) => putNewer(held, FAMILY, finding, dials),
  'token-spent': (held, { family, at }, dials) => {
    const old = held.find(spentRowId(family.id))
    const count = Number(old ? fieldOf(old, 'rows') : 0) + 1
    held.put(spentRows(family, count, { tokenHash: family.tokenHash, spentAt: at }, dials))
  },
  'families-ended': (held, { which, keepId, because, at }) => {
    const meant = (row: Artifact) => !row.ended && isMeant(row, 'RefreshFamily', which, ['id', keepId])
    held.update((row) => (meant(row) ? endedFamily(row, because, at) : row))
  },
  'denied-row': (held, { row }) => {
    held.put(deniedRow(row))
    endDenied(held, row)
  },
  'user-key-row': (held, finding, dials) => {
    putNewer(held, USER_KEY, finding, dials)
    if (!finding.known) endTokensOf(held, finding.row.subject)
  },
  'cart-row': (held, finding, dials) => putNewer(held, CART, finding, dials),
  'cart-gone': (held, { subject }) => held.drop(({ id }) => id === cartRowId(subject)),
}

/** `jti:…` is one token, `sid:…` all of a family. */
function endDenied(lane: HeldValue, { id }: DeniedRow) {
  const isDenied = (held: Artifact) =>
    held.side === 'browser' && ['jti', 'sid'].some((claim) => `${claim}:${fieldOf(held, claim)}` === id)
  lane.update((held) => (isDenied(held) && !held.ended ? { ...held, ended: true } : held))
}

/** Signed with a key that is not theirs any more. What is signed with the next one is seen afterwards. */
function endTokensOf(lane: HeldValue, subject: string) {
  const isTheirs = (held: Artifact) =>
    held.side === 'browser' && fieldOf(held, 'jti') !== undefined && fieldOf(held, 'sub') === subject
  lane.update((held) => (isTheirs(held) && !held.ended ? { ...held, ended: true } : held))
}

/** Their rows stay, and say so. */
export function endSignIns(held: HeldValue, { userId, because, at }: SignInEnds) {
  const isTheirs = (row: Artifact) =>
    row.name === 'RefreshFamily' && (userId === null || fieldOf(row, 'subject') === userId)
  held.update((row) =>
    isTheirs(row) && !row.ended ? endedFamily(row, (because as FamilyEnd) ?? 'forced', at) : row,
  )
}

/** What a spent token still opens closes with its family. @param artifacts of the lane, by id */
export function endSpent(artifacts: Map<string, Artifact>) {
  for (const row of artifacts.values()) {
    if (row.name !== SPENT || row.ended) continue
    if (artifacts.get(familyRowId(fieldOf(row, 'familyId')!))?.ended) artifacts.set(row.id, endedSpent(row))
  }
}
