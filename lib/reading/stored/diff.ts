/** What an exchange changed: two snapshots of artifacts, marked. Pure. */
import type { Artifact, Field } from '@/lib/trace/model/artifact'

export type Mark = 'added' | 'removed' | 'changed' | 'same'

export interface FieldDiff {
  name: string
  mark: Mark
  before: Field | null
  after: Field | null
}

export interface ArtifactDiff {
  id: string
  mark: Mark
  before: Artifact | null
  after: Artifact | null
  /** The credential text itself became another one. */
  valueChanged: boolean
  expiryChanged: boolean
  fields: FieldDiff[]
}

/** In the order of `after`; what was removed stands where it stood before. */
export function diffArtifacts(before: readonly Artifact[], after: readonly Artifact[]): ArtifactDiff[] {
  return pairs(before, after, ({ id }) => id).map(([was, is]) => {
    const fields = diffFields(was?.contents ?? [], is?.contents ?? [])
    const valueChanged = was?.value !== is?.value
    const expiryChanged = was?.expiresAt !== is?.expiresAt
    const differs =
      valueChanged || expiryChanged || !alike(was, is) || fields.some(({ mark }) => mark !== 'same')
    return {
      id: (is ?? was)!.id,
      mark: markOf(was, is, differs),
      before: was,
      after: is,
      valueChanged,
      expiryChanged,
      fields,
    }
  })
}

export function diffFields(before: readonly Field[], after: readonly Field[]): FieldDiff[] {
  return pairs(before, after, ({ name }) => name).map(([was, is]) => {
    const mark = markOf(was, is, was?.value !== is?.value || was?.form !== is?.form)
    return { name: (is ?? was)!.name, mark, before: was, after: is }
  })
}

function markOf(was: object | null, is: object | null, differs: boolean): Mark {
  if (!was) return 'added'
  if (!is) return 'removed'
  return differs ? 'changed' : 'same'
}

function alike(was: Artifact | null, is: Artifact | null): boolean {
  const rest = ({ bytes, form, attributes }: Artifact) => JSON.stringify([bytes, form, attributes])
  return was !== null && is !== null && rest(was) === rest(is)
}

function pairs<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
): [T | null, T | null][] {
  const was = new Map(before.map((item) => [keyOf(item), item]))
  const is = new Set(after.map(keyOf))
  const result: [T | null, T | null][] = after.map((item) => [was.get(keyOf(item)) ?? null, item])
  before.forEach((item, i) => {
    if (!is.has(keyOf(item))) result.splice(i, 0, [item, null])
  })
  return result
}

/** A line that is as old as its artifact: new with it, gone with it, else unchanged. */
export const wholeMark = ({ mark }: ArtifactDiff): Mark => (mark === 'changed' ? 'same' : mark)
export const partMark = (thing: ArtifactDiff, changed: boolean): Mark =>
  thing.mark === 'changed' && changed ? 'changed' : wholeMark(thing)
