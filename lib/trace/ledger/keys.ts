/** Server keys as artifacts: their names only. A key itself never enters the trace. */
import type { Dials } from '@/lib/strategies/dials'
import type { KeyNames, LaneKey, LaneKeys } from '@/lib/strategies/site/keys'
import { KNOWN } from '@/lib/strategies/site/known-lanes'
import type { StrategyName } from '@/lib/strategies/strategy'
import { derivedOf } from '../fast/derived'
import type { Artifact } from '../model/artifact'

export type { KeyNames }

/**
 * Lists the keys that are good now, and marks what was made with one that is not, or in a form that the dials do not take.
 * Without `keys` it goes by what was seen.
 */
export function checkKeys(
  strategy: StrategyName,
  lane: Map<string, Artifact>,
  dials: Dials,
  keys?: KeyNames,
): void {
  const own = KNOWN[strategy].keys
  if (!own) return
  const made = [...lane.values()].map((artifact) => ({ artifact, key: keyIn(artifact, own) }))
  const names = new Set(keys ? own.namesFrom(dials, keys) : made.flatMap(({ key }) => key ?? []))
  const good = new Map<string, LaneKey>()
  for (const name of names)
    for (const key of own.called(name, dials)) good.set(`key/${strategy}/${key.name}`, key)
  const isOfAnotherForm = ({ side, form }: Artifact) => side === 'browser' && own.isOfAnotherForm(form, dials)
  for (const { artifact, key } of made) {
    if (artifact.place === 'key' && !good.has(artifact.id)) lane.delete(artifact.id)
    const refused = (key && !names.has(key)) || (keys && isOfAnotherForm(artifact))
    if (refused && !artifact.ended) lane.set(artifact.id, { ...artifact, ended: true })
  }
  for (const [id, key] of good) if (!lane.has(id)) lane.set(id, keyArtifact(id, key))
}

/** A random value that is taken for a token throws, and costs as much as all the rest. */
function keyIn(artifact: Artifact, { nameIn }: LaneKeys): string | null {
  const { side, value } = artifact
  if (side === 'server' || !value) return null
  const derived = derivedOf(artifact)
  if (derived.key === undefined) derived.key = nameIn(value)
  return derived.key
}

function keyArtifact(id: string, { name, ...half }: LaneKey): Artifact {
  return {
    id,
    side: 'server',
    place: 'key',
    device: null,
    name,
    form: 'plain',
    value: null,
    credential: false,
    bytes: 0,
    attributes: null,
    expiresAt: null,
    contents: [],
    ...half,
  }
}
