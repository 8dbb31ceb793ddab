/** Two requests at once, in the one order that shows something. */
import type { StrategyName } from '@/lib/strategies/strategy'
import type { NodeProcess } from './node-process'

/** @param first its write waits at this node until the second is answered */
export async function crossed<T, U>(
  node: NodeProcess,
  lane: StrategyName,
  first: () => Promise<T>,
  second: () => Promise<U>,
): Promise<[T, U]> {
  await node.order({ do: 'hold', lane })
  const begun = first()
  // A request that is refused before it writes is over without having been held.
  await Promise.race([node.order({ do: 'wait-held', lane }), begun])
  const other = await second()
  await node.order({ do: 'release', lane })
  return [await begun, other]
}
