/** What a position of the lab says of its cluster, and what the nodes are told. Pure: the lab, the cluster and the nodes read it. */
import type { StrategyName } from '@/lib/strategies/strategy'

export interface ClusterRules {
  /** `sticky`: the balancer's own cookie names the node, and nobody else answers while that one does. */
  readonly balance: 'round-robin' | 'sticky'
  /** Where a node keeps sessions, refresh families and carts. `copies`: in its memory, and every write goes to all the others. */
  readonly store: 'memory' | 'copies' | 'shared' | 'server'
  /** Beside the session server a second one, which gets every write. */
  readonly replica?: true
  /** Each node keeps what it has read, and looks there first. */
  readonly cached?: true
  /** The whole record is written, and nobody looks whether it is still the one that was read. */
  readonly blob?: true
  /** The answer does not wait for the write. */
  readonly late?: true
  /** A cart is changed in the memory of its node, and nothing says so. */
  readonly inPlace?: true
  /** This node has keys of its own. */
  readonly oddKey?: number
}

export const NODES = [1, 2, 3] as const

/** The newest first: it seals and signs, all of them open and verify. */
export interface ClusterKeys {
  readonly seal: readonly string[]
  readonly sign: readonly string[]
}

/** What may change while a node runs. Ports of whoever is there; of the session servers the first one is asked first. */
export interface ClusterPlan {
  readonly keys: ClusterKeys
  readonly peers: readonly number[]
  readonly stores: readonly number[]
}

export interface StoreAddress {
  readonly url: string
  /** The key under which all of the run lies. */
  readonly hash: string
}

export interface NodeConfig extends ClusterPlan {
  readonly role: 'shop' | 'store'
  /** Of the run: whoever does not send it is not answered. */
  readonly secret: string
  /** Mina's, for this run. */
  readonly password: string
  readonly rules: ClusterRules
  /** Of the run, for the file of the shared store. */
  readonly folder: string
  /** In place of the file: a server that others have started. */
  readonly redis: StoreAddress | null
}

/** What a node is told by the process that has started it. Each is answered, by its number. */
export type NodeOrder = { readonly n: number } & (
  | { readonly do: 'begin'; readonly config: NodeConfig }
  | { readonly do: 'change'; readonly plan: Partial<ClusterPlan> }
  /** Takes over what another node has. */
  | { readonly do: 'catch-up' }
  /** Takes away what the run has left in a store that others run. */
  | { readonly do: 'clear' }
  /** The next write of this lane waits. */
  | { readonly do: 'hold'; readonly lane: StrategyName }
  /** Answered when one waits. */
  | { readonly do: 'wait-held'; readonly lane: StrategyName }
  | { readonly do: 'release'; readonly lane: StrategyName }
)

export interface NodeReport {
  readonly n: number
  /** Where it listens; of `begin` alone. */
  readonly port?: number
  readonly failed?: string
}

/** Fields of the requests and answers inside of a cluster. */
export const SECRET_FIELD = 'cluster-secret'
export const SENT_FIELD = 'cluster-sent'
export const NODE_FIELD = 'cluster-node'
export const TRIED_FIELD = 'cluster-tried'

/** What one request made its node send on: copies to other nodes, writes to session servers or a store, reads from these, octets in all. */
export interface ClusterTraffic {
  nodes: number
  stores: number
  reads: number
  bytes: number
}

export const trafficText = ({ nodes, stores, reads, bytes }: ClusterTraffic) =>
  `nodes=${nodes}, stores=${stores}, reads=${reads}, bytes=${bytes}`

/** @param text as above; null: nothing was sent */
export function trafficOf(text: string | null): ClusterTraffic {
  const found = new Map([...(text ?? '').matchAll(/\b(\w+)=(\d+)/g)].map(([, name, n]) => [name, Number(n)]))
  const of = (name: string) => found.get(name) ?? 0
  return { nodes: of('nodes'), stores: of('stores'), reads: of('reads'), bytes: of('bytes') }
}
