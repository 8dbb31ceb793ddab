/** What changed in the stores, thing by thing, each in as few fields as tell it. Pure. */

import { maskedLength } from '@/lib/trace/export/mask'
import type { Artifact, Field } from '@/lib/trace/model/artifact'
import { type ArtifactDiff, diffArtifacts } from '../stored/diff'

export interface ThingChange {
  id: string
  mark: 'added' | 'removed' | 'changed'
  artifact: Artifact
  /** Of something that is gone: what it was. Of something changed: the old values, in the order of `now`. */
  was: Field[]
  now: Field[]
}

/** What lies on the server first. */
export function changesIn(before: readonly Artifact[], after: readonly Artifact[]): ThingChange[] {
  const things = changedThings(before, after)
  const isServer = ({ artifact }: ThingChange) => artifact.side === 'server'
  return [...things.filter(isServer), ...things.filter((thing) => !isServer(thing))]
}

function changedThings(before: readonly Artifact[], after: readonly Artifact[]): ThingChange[] {
  return diffArtifacts(before, after).flatMap((diff) => {
    const { id, mark } = diff
    if (mark === 'same') return []
    const artifact = (diff.after ?? diff.before)!
    if (mark === 'removed') return { id, mark, artifact, was: gist(diff.before!), now: [] }
    if (mark === 'added') return { id, mark, artifact, was: [], now: gist(diff.after!) }
    return { id, mark, artifact, ...differing(diff) }
  })
}

/** Columns that say what a row is about. Of other things: nothing beyond their names and their form. */
const GIST: Record<string, readonly string[]> = {
  Session: ['userId', 'cart'],
  RefreshFamily: ['subject', 'generation', 'endedAt'],
  SpentRefreshToken: ['familyId', 'rows'],
  Cart: ['lines'],
  DeniedToken: ['id', 'expiresAt'],
  VisitGeneration: ['generation'],
  UserKey: ['subject', 'number'],
}

const gist = ({ name, contents }: Artifact): Field[] =>
  (GIST[name] ?? []).flatMap((wanted) => contents.find((field) => field.name === wanted) ?? [])

/** A hash says nothing to a reader that the change of what was hashed does not say. */
function differing({ before, after, fields, valueChanged, expiryChanged }: ArtifactDiff) {
  const changed = fields.filter(({ mark }) => mark !== 'same')
  const was = changed.flatMap((field) => field.before ?? [])
  const now = changed.flatMap((field) => field.after ?? [])
  if (changed.length > 0) return { was, now }
  if (valueChanged) return { was: shownOf(before!), now: shownOf(after!) }
  if (expiryChanged) return { was: endOf(before!), now: endOf(after!) }
  return { was: lengthOf(before!), now: lengthOf(after!) }
}

/** Its beginning: it is masked, or not there. */
const shownOf = ({ value }: Artifact): Field[] =>
  value === null ? [] : [{ name: 'value', value: `${maskedLength(value)?.shown ?? ''}…` }]

const endOf = ({ expiresAt }: Artifact): Field[] => [{ name: 'end', value: expiresAt ?? 'NULL' }]
const lengthOf = ({ bytes }: Artifact): Field[] => [{ name: 'bytes', value: String(bytes) }]

/** "row/Session/q3Fx…": what tells one row from another, short. null: it is no row. */
export function shortId({ id, place }: Artifact): string | null {
  const [, , key = ''] = id.split('/')
  return place === 'row' && key !== '' ? (key.length > 8 ? `${key.slice(0, 6)}…` : key) : null
}
