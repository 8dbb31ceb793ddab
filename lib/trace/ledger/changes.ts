/** The difference of two snapshots, small enough to be kept with an act. Pure. */
import { maskArtifact } from '../export/mask'
import { artifactOctets } from '../fast/size'
import type { Artifact } from '../model/artifact'
import type { StoredChange, StoredChanges } from '../model/stored-changes'

/** Things of one lane that are told of one act, and their octets: at least one is told. */
const MOST = 12
const MOST_OCTETS = 32 * 1024

/** null: nothing changed. What is masked here is never told whole. */
export function changeOf(before: readonly Artifact[], after: readonly Artifact[]): StoredChange | null {
  const [was, is] = [byId(before), byId(after)]
  const ids = [...new Set([...was.keys(), ...is.keys()])].filter((id) => !isAlike(was.get(id), is.get(id)))
  if (ids.length === 0) return null
  const told = ids.slice(0, Math.max(1, fitting(ids, was, is)))
  const of = (all: ById) => told.flatMap((id) => all.get(id) ?? []).map(maskArtifact)
  const change: StoredChange = { before: of(was), after: of(is) }
  return ids.length > told.length ? { ...change, more: ids.length - told.length } : change
}

type ById = ReadonlyMap<string, Artifact>

/** How many of them are told. */
function fitting(ids: readonly string[], ...sides: readonly ById[]): number {
  let octets = 0
  const tooMuch = ids.findIndex((id) => {
    for (const side of sides) octets += side.has(id) ? artifactOctets(side.get(id)!) : 0
    return octets > MOST_OCTETS
  })
  return Math.min(MOST, tooMuch < 0 ? ids.length : tooMuch)
}

const byId = (all: readonly Artifact[]) => new Map(all.map((one) => [one.id, one]))

const isAlike = (was: Artifact | undefined, is: Artifact | undefined) =>
  was === is || JSON.stringify(was) === JSON.stringify(is)

export const changesOctets = (changes: StoredChanges | undefined): number =>
  Object.values(changes ?? {})
    .flatMap(({ before, after }) => [...before, ...after])
    .reduce((sum, artifact) => sum + artifactOctets(artifact), 0)
