/** A database row as an artifact, column by column. */
import type { Device } from '../strategy'
import type { Artifact, Field } from './artifact'

/** A row as it lies in its table. */
export function rowArtifact(
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

export const octetsIn = (contents: Field[]) =>
  contents.reduce((sum, { value }) => sum + (value === NULL ? 0 : Buffer.byteLength(value)), 0)

export function columns<T extends object>(row: T, names: readonly (keyof T & string)[]): Field[] {
  return names.map((name) => ({ name, value: written(row[name]) }))
}

const NULL = 'NULL'

/** As the column has it: JSON for a cart, ISO 8601 for a time, the word NULL for nothing. */
export function written(value: unknown): string {
  if (value === null || value === undefined) return NULL
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

export const fieldOf = (artifact: Artifact, name: string): string | undefined =>
  artifact.contents.find((field) => field.name === name)?.value
