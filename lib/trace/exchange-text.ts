/**
 * An exchange as an event carries it: JSON, masked. Most requests change nothing that is stored, so that part is written once for all
 * of them: else a panel that is open would cost more than the request that it shows.
 */
import type { Artifact } from './artifact'
import type { Exchange } from './exchange'
import type { Exposure } from './exposure'
import { maskArtifact, maskWire } from './mask'
import { recent } from './recent'

const snapshots = recent<Artifact[], string>(64)
const exposed = recent<Exposure[], string>(64)

export function exchangeText({ stored, exposures, ...rest }: Exchange): string {
  const parts = [
    JSON.stringify(maskWire(rest)).slice(0, -1),
    `"stored":{"before":${snapshotText(stored.before)},"after":${snapshotText(stored.after)}}`,
    `"exposures":${exposed.get(exposures) ?? exposed.keep(exposures, JSON.stringify(exposures))}`,
  ]
  return `${parts.join(',')}}`
}

const snapshotText = (snapshot: Artifact[]): string =>
  snapshots.get(snapshot) ?? snapshots.keep(snapshot, JSON.stringify(snapshot.map(maskArtifact)))
