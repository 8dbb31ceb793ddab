/** Exposures of a snapshot: as long as nothing in it changes or reaches its end, those of the exchange before. */

import { BoundedMap } from '@/lib/process/bounded-map'
import type { Artifact } from '../model/artifact'
import { type Exposure, type ExposureContext, endOf, exposureOf } from '../model/exposure'
import { derivedOf } from './derived'

interface Known {
  around: ExposureContext
  /** Milliseconds by the sandbox clock: good until then. */
  until: number
  exposures: Exposure[]
}

/** One for each lane of a class. */
const MOST_SNAPSHOTS = 1024

const known = new BoundedMap<Artifact[], Known>(MOST_SNAPSHOTS)

export function exposuresOf(snapshot: Artifact[], around: ExposureContext): Exposure[] {
  const found = known.get(snapshot)
  if (found && isAsGood(found, around)) return found.exposures
  const at = Date.parse(around.at)
  let until = Number.POSITIVE_INFINITY
  const exposures = snapshot.map((artifact) => {
    const end = endOf(artifact, around)
    if (end > at) until = Math.min(until, end)
    return exposureAt(artifact, end <= at, around)
  })
  known.keep(snapshot, { around, until, exposures })
  return exposures
}

/** Of the context nothing else counts. */
function exposureAt(artifact: Artifact, over: boolean, around: ExposureContext): Exposure {
  const own = derivedOf(artifact)
  const { exposed } = own
  if (exposed?.tls === around.tls && exposed.over === over) return exposed.exposure
  const exposure = exposureOf(artifact, around)
  own.exposed = { tls: around.tls, over, exposure }
  return exposure
}

/** The sandbox clock may have been turned back. */
function isAsGood({ around, until }: Known, asked: ExposureContext): boolean {
  const at = Date.parse(asked.at)
  if (at < Date.parse(around.at) || at >= until) return false
  return asked.tls === around.tls && asked.tolerance === around.tolerance
}
