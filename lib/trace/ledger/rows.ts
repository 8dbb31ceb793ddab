/** Database rows as artifacts, column by column as they lie there. */
import type { Dials } from '@/lib/strategies/dials'
import type { CartRow } from '@/lib/strategies/jwt/carts'
import type { FamilyEnd, FamilyRow } from '@/lib/strategies/jwt/store'
import { endOf } from '@/lib/strategies/session/lifetime'
import type { SessionRow } from '@/lib/strategies/session/store'
import type { Device } from '@/lib/strategies/strategy'
import type { Artifact, Field } from '../model/artifact'
import type { DeniedRow, GenerationRow } from '../model/finding'

export const sessionRowId = (handle: string) => `row/Session/${handle}`
export const familyRowId = (id: string) => `row/RefreshFamily/${id}`
export const cartRowId = (subject: string) => `row/Cart/${subject}`
export const generationRowId = (userId: string) => `row/VisitGeneration/${userId}`
export const SPENT = 'SpentRefreshToken'
export const spentRowId = (family: string) => `row/${SPENT}/${family}`

/**
 * The end is the idle end or the absolute one, whichever comes first. With the dial `storedId` on "raw" the column is
 * compared with what the browser sends as it is: then whatever stands in it signs in, also what was once put there as a hash.
 */
export function sessionRow(row: SessionRow, dials: Dials): Artifact {
  const raw = dials.session.storedId === 'raw'
  const contents: Field[] = [
    { name: 'idHash', value: row.idHash, form: raw ? 'random' : 'hashed' },
    ...columns(row, [
      'handle',
      'userId',
      'customer',
      'device',
      'cart',
      'version',
      'createdAt',
      'lastSeenAt',
      'expiresAt',
    ]),
  ]
  const expiresAt = endOf({ dials }, row).toISOString()
  const stored = artifact(sessionRowId(row.handle), 'Session', row.device, contents, { expiresAt })
  return raw ? { ...stored, credential: true, value: row.idHash } : stored
}

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
  return artifact(familyRowId(row.id), 'RefreshFamily', row.device, contents, {
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
  return artifact(cartRowId(subject), 'Cart', null, contents, { expiresAt: null })
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
  return artifact(spentRowId(family.id), SPENT, null, contents, { expiresAt, ended })
}

/** The window closes with its family. */
export const endedSpent = (row: Artifact): Artifact => ({ ...row, ended: true, expiresAt: null })

/** The one thing that the server remembers in the cookie lane. */
export function generationRow(row: GenerationRow): Artifact {
  const contents = columns(row, ['userId', 'generation'])
  return artifact(generationRowId(row.userId), 'VisitGeneration', null, contents, { expiresAt: null })
}

export function deniedRow(row: DeniedRow): Artifact {
  const contents = columns(row, ['id', 'expiresAt'])
  const expiresAt = row.expiresAt.toISOString()
  return artifact(`row/DeniedToken/${row.id}`, 'DeniedToken', null, contents, { expiresAt })
}

function artifact(
  id: string,
  name: string,
  device: Device | null,
  contents: Field[],
  rest: { expiresAt: string | null; ended?: boolean },
): Artifact {
  return {
    id,
    side: 'server',
    place: 'row',
    device,
    name,
    form: 'plain',
    value: null,
    credential: false,
    bytes: octetsIn(contents),
    attributes: null,
    ...rest,
    contents,
  }
}

const octetsIn = (contents: Field[]) =>
  contents.reduce((sum, { value }) => sum + (value === NULL ? 0 : Buffer.byteLength(value)), 0)

function columns<T extends object>(row: T, names: readonly (keyof T & string)[]): Field[] {
  return names.map((name) => ({ name, value: written(row[name]) }))
}

const NULL = 'NULL'

/** As the column has it: JSON for a cart, ISO 8601 for a time, the word NULL for nothing. */
export function written(value: unknown): string {
  if (value === null || value === undefined) return NULL
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
