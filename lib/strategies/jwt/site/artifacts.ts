/** Families, spent tokens, carts and denied tokens as artifacts. */
import type { PrismaClient } from '@/generated/prisma/client'
import type { Cart } from '@/lib/shop/cart'
import type { Dials } from '../../dials'
import type { Artifact, Field } from '../../site/artifact'
import { columns, octetsIn, rowArtifact, written } from '../../site/row-artifact'
import type { CartRow } from '../carts'
import type { FamilyEnd, FamilyRow } from '../store'
import type { DeniedRow, UserKeyRow } from './findings'
import { countSpent, jwtRows } from './rows'

export const familyRowId = (id: string) => `row/RefreshFamily/${id}`
export const cartRowId = (subject: string) => `row/Cart/${subject}`
export const userKeyRowId = (subject: string) => `row/UserKey/${subject}`
export const SPENT = 'SpentRefreshToken'
export const spentRowId = (family: string) => `row/${SPENT}/${family}`

const FAMILY_COLUMNS = [
  'id',
  'subject',
  'device',
  'generation',
  'createdAt',
  'lastSeenAt',
  'expiresAt',
  'accessExpiresAt',
  'endedAt',
  'endedBecause',
] as const

export function familyRow(row: FamilyRow): Artifact {
  const contents: Field[] = [
    { name: 'tokenHash', value: row.tokenHash, form: 'hashed' },
    ...columns(row, FAMILY_COLUMNS),
  ]
  return rowArtifact(familyRowId(row.id), 'RefreshFamily', row.device, contents, {
    expiresAt: row.expiresAt.toISOString(),
    ended: row.endedAt !== null,
  })
}

/** After the statement that ends a family: two columns differ. */
export function endedFamily(row: Artifact, because: FamilyEnd, at: Date): Artifact {
  const now: Record<string, string> = { endedAt: at.toISOString(), endedBecause: because }
  const contents = row.contents.map((field) => ({ ...field, value: now[field.name] ?? field.value }))
  return { ...row, ended: true, contents, bytes: octetsIn(contents) }
}

/** No device: every device of the subject sees the same cart. */
export function cartRow({ subject, lines, version }: CartRow): Artifact {
  const contents = columns({ subject, lines, version }, ['subject', 'lines', 'version'])
  return rowArtifact(cartRowId(subject), 'Cart', null, contents, { expiresAt: null })
}

export interface SpentToken {
  tokenHash: string
  spentAt: Date
}

/**
 * One artifact for all spent tokens of a family: how many, and the newest. That one is still answered inside the window of the dial
 * `grace`, as long as its family lives.
 */
export function spentRows(family: FamilyRow, count: number, newest: SpentToken, { jwt }: Dials): Artifact {
  const contents: Field[] = [
    { name: 'familyId', value: family.id },
    { name: 'tokenHash', value: newest.tokenHash, form: 'hashed' },
    { name: 'spentAt', value: written(newest.spentAt) },
    { name: 'rows', value: String(count) },
  ]
  const ended = jwt.grace === 0 || family.endedAt !== null
  const end = Math.min(newest.spentAt.getTime() + jwt.grace * 1000, family.expiresAt.getTime())
  const expiresAt = ended ? null : new Date(end).toISOString()
  return rowArtifact(spentRowId(family.id), SPENT, null, contents, { expiresAt, ended })
}

/** The window closes with its family. */
export const endedSpent = (row: Artifact): Artifact => ({ ...row, ended: true, expiresAt: null })

export function deniedRow(row: DeniedRow): Artifact {
  const contents = columns(row, ['id', 'expiresAt'])
  const expiresAt = row.expiresAt.toISOString()
  return rowArtifact(`row/DeniedToken/${row.id}`, 'DeniedToken', null, contents, { expiresAt })
}

/** Only the number: no key lies in the store. */
export function userKeyRow(row: UserKeyRow): Artifact {
  const contents = columns(row, ['subject', 'number'])
  return rowArtifact(userKeyRowId(row.subject), 'UserKey', null, contents, { expiresAt: null })
}

export async function jwtArtifacts(db: PrismaClient, sandboxId: string, dials: Dials): Promise<Artifact[]> {
  const rows = await jwtRows.read(db, sandboxId)
  const { RefreshFamily, SpentRefreshToken, Cart: Carts, DeniedToken, UserKey } = rows
  const newest = new Map(SpentRefreshToken.map((token) => [token.familyId, token]))
  const counts = await countSpent(db, sandboxId)
  const families = RefreshFamily.map((row) => row as unknown as FamilyRow)
  const spentOf = (family: FamilyRow) => {
    const token = newest.get(family.id)
    return token ? spentRows(family, counts.get(family.id) ?? 1, token, dials) : []
  }
  const linesOf = (lines: string) => JSON.parse(lines) as Cart
  return [
    ...families.map(familyRow),
    ...families.flatMap(spentOf),
    ...Carts.map(({ subject, lines, version }) => cartRow({ subject, lines: linesOf(lines), version })),
    ...DeniedToken.map((row) => deniedRow(row as DeniedRow)),
    ...UserKey.map(userKeyRow),
  ]
}
