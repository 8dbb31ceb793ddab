import type { Dials } from '@/lib/strategies/dials'
import type { OwnerAct } from '@/lib/trace/model/owner-act'

/**
 * As the dials stood at a moment: what was turned since is turned back. Pure.
 * @param at ISO 8601, the server's clock
 * @param acts oldest first
 */
export function dialsAt(at: string, dials: Dials, acts: readonly OwnerAct[]): Dials {
  const then: Dials = structuredClone(dials)
  const since = acts.filter((act) => act.at > at).flatMap((act) => act.dials ?? [])
  for (const { strategy, name, was } of since.toReversed())
    if (was !== undefined) Object.assign(then[strategy], { [name]: was })
  return then
}
