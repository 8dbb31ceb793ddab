/** Exposures of a snapshot: as long as nothing in it changes or reaches its end, those of the exchange before. */

import { BoundedMap } from '@/lib/process/bounded-map'
import type { Artifact } from '../model/artifact'
import { type Exposure, type ExposureContext, endOf, exposureOf } from '../model/exposure'

interface Known {
  around: ExposureContext
  /** Milliseconds by the sandbox clock: good until then. */
  until: number
  exposures: Exposure[]
}

const known = new BoundedMap<Artifact[], Known>(64)

export function exposuresOf(snapshot: Artifact[], around: ExposureContext): Exposure[] {
  const found = known.get(snapshot)
  if (found && isAsGood(found, around)) return found.exposures
  const exposures = snapshot.map((artifact) => exposureOf(artifact, around))
  const ends = snapshot
    .map((artifact) => endOf(artifact, around))
    .filter((end) => end > Date.parse(around.at))
  known.keep(snapshot, { around, until: Math.min(...ends), exposures })
  return exposures
}

/** The sandbox clock may have been turned back. */
function isAsGood({ around, until }: Known, asked: ExposureContext): boolean {
  const at = Date.parse(asked.at)
  if (at < Date.parse(around.at) || at >= until) return false
  return asked.tls === around.tls && asked.tolerance === around.tolerance
}
