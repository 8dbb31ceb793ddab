/** Removes rows of the lanes. Users and orders are the shop's business data and stay. */
import { db } from '@/lib/db/client'
import { ROWS } from '@/lib/strategies/site/served-lanes'
import type { Timeline } from '@/lib/trace/publish/timeline'
import type { OwnedSandbox } from './sandbox'
import { publishStored } from './stored'

const LANES = Object.values(ROWS)

export interface PurgeReport {
  sessions: number
  families: number
  carts: number
  /** Entries of the list of denied tokens. */
  denied: number
  /** Numbers of customers in the cookie lane: without them every visit counts as the first again. */
  generations: number
  /** Numbers of the subjects' keys in the JWT lane: without them each has its first key again. */
  userKeys: number
}

const NONE: PurgeReport = { sessions: 0, families: 0, carts: 0, denied: 0, generations: 0, userKeys: 0 }

/** Every row, also those that refuse something: what was denied or outdated is taken again. */
export async function purgeAll({ id }: OwnedSandbox, timeline: Timeline): Promise<PurgeReport> {
  const removed = { ...NONE }
  for (const lane of LANES) Object.assign(removed, await lane.removeAll(db(), id))
  timeline.noteDesk({ type: 'purged' })
  await publishStored(id, timeline)
  return removed
}

/** What has ended by itself, by the sandbox clock. Nobody notices but who is told "unknown" where it was "expired". */
export async function purgeExpired(sandbox: OwnedSandbox, timeline: Timeline): Promise<PurgeReport> {
  const { id, dials } = sandbox
  const now = sandbox.clock.now()
  const removed = { ...NONE }
  for (const lane of LANES) Object.assign(removed, await lane.removeExpired(db(), id, now, dials))
  await publishStored(id, timeline)
  return removed
}
