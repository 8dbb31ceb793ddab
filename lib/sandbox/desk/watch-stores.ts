/** What an act from outside of the lanes changes in the stores: looked at right before it, and right after it. */
import { columns, rowArtifact } from '@/lib/strategies/site/row-artifact'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { changeOf } from '@/lib/trace/ledger/changes'
import type { Artifact } from '@/lib/trace/model/artifact'
import type { StoredChanges } from '@/lib/trace/model/stored-changes'
import type { Timeline } from '@/lib/trace/publish/timeline'
import type { OwnedSandbox } from '../world/sandbox'
import { readStored } from '../world/stored'

type Stores = Record<keyof StoredChanges, Artifact[]>

/**
 * To be called before the act. What it returns is called after it, when the rows have been read again (readStored): the ledger then has
 * them, and the names of the keys.
 */
export async function watchStores(sandbox: OwnedSandbox, timeline: Timeline): Promise<() => StoredChanges> {
  await readStored(sandbox.id, timeline)
  const before = storesOf(sandbox, timeline)
  return () => {
    const after = storesOf(sandbox, timeline)
    const stores = Object.keys(after) as (keyof Stores)[]
    return Object.fromEntries(
      stores
        .map((store) => [store, changeOf(before[store], after[store])] as const)
        .filter(([, change]) => change !== null),
    )
  }
}

function storesOf({ users }: OwnedSandbox, { ledger }: Timeline): Stores {
  const server = (strategy: (typeof STRATEGIES)[number]) =>
    ledger.snapshot(strategy, 'laptop').filter(({ side }) => side === 'server')
  const lanes = Object.fromEntries(STRATEGIES.map((strategy) => [strategy, server(strategy)]))
  return { ...(lanes as Omit<Stores, 'shop'>), shop: users.all().map(userRow) }
}

/** What the shop itself reads of a customer: business data, of no lane. */
const userRow = (user: ReturnType<OwnedSandbox['users']['all']>[number]) =>
  rowArtifact(`row/User/${user.id}`, 'User', null, columns(user, ['email', 'role', 'discount']), {
    expiresAt: null,
  })
