/** The credential that a device of this sandbox holds now, as the control plane tells it to its owner. */

import { type FetchFailure, fetchWhole } from '@/app/_live/requests/fetch-whole'
import { useLive } from '@/app/_live/state/store'
import { listLoaded } from '@/app/_live/state/timeline-state'
import type { VisitorDevice } from '@/lib/reading/visitor-device'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { Artifact } from '@/lib/trace/model/artifact'

export interface OwnCredential {
  text: string
  /** What the server found in it when it made or opened it. */
  found: Artifact['contents']
}

/** `none`: this device holds none in this lane, as its newest exchange says. */
export async function ownCredential(
  strategy: StrategyName,
  device: VisitorDevice,
): Promise<OwnCredential | FetchFailure | 'none'> {
  await listLoaded
  const { exchanges } = useLive.getState()
  const newest = exchanges.findLast((one) => one.strategy === strategy && one.device === device)
  if (!newest) return 'none'
  const whole = await fetchWhole(newest.id)
  if (typeof whole === 'string') return whole
  const held = whole.stored.after.find(isPresented)
  return held?.value ? { text: held.value, found: held.contents } : 'none'
}

/** A refresh token renews and nothing else: it is not presented to the shop. */
const isPresented = ({ side, credential, name, ended }: Artifact) =>
  side === 'browser' && credential && !ended && !name.endsWith('refresh')
