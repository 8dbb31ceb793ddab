/** Counts what one request makes this node send to other processes. */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { ClusterTraffic } from '../rules'

const current = new AsyncLocalStorage<ClusterTraffic>()

export const counted = <T>(work: () => Promise<T>, traffic: ClusterTraffic): Promise<T> =>
  current.run(traffic, work)

export function count(part: Partial<ClusterTraffic>): void {
  const traffic = current.getStore()
  if (!traffic) return
  for (const name of ['nodes', 'stores', 'reads', 'bytes'] as const) traffic[name] += part[name] ?? 0
}
