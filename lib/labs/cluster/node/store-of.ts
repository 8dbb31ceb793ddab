/** Where this node keeps its records, by the rules of the run. */
import type { NodeConfig } from '../rules'
import { copying } from './copies'
import { fileRecords } from './file-store'
import { type Gate, gated, late } from './gate'
import { asBlobs, cached, type OwnRecords, type Records } from './records'
import { redisRecords } from './redis-store'
import { remoteRecords } from './session-server'

/** @param config looked at when it is needed: ports change while a node runs */
export async function recordsOf(config: () => NodeConfig, own: OwnRecords, gate: Gate): Promise<Records> {
  const { rules, secret } = config()
  // Held after its own write: that is where two nodes cross.
  if (rules.store === 'copies') return copying(own, { secret, peers: () => config().peers }, gate)
  const kept = await keptIn(config, own)
  if (rules.late) return late(kept, gate)
  const written = rules.blob ? asBlobs(kept) : kept
  return gated(rules.cached ? cached(written) : written, gate)
}

async function keptIn(config: () => NodeConfig, own: OwnRecords): Promise<Records> {
  const { rules, secret, folder, redis } = config()
  if (rules.store === 'server') return remoteRecords({ secret, stores: () => config().stores })
  if (rules.store !== 'shared') return own
  return redis ? redisRecords(redis) : fileRecords(folder)
}
