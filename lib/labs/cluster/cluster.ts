/**
 * The cluster of one run: three nodes, a balancer in front, session servers where the rules ask for them. All of it ends with `close`, which
 * waits for nothing but the end of the processes.
 */
import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { onShutdown } from '@/lib/http/shutdown'
import { env } from '@/lib/process/env'
import type { StrategyName } from '@/lib/strategies/strategy'
import { type ClusterBalancer, type NodePorts, openBalancer } from './balancer'
import { crossed } from './crossed'
import { makeRunFolder } from './folders'
import { makeKeys, makeSecret, ring } from './keys'
import { NodeProcess } from './node-process'
import { type ClusterPlan, type ClusterRules, NODES, type NodeConfig, type StoreAddress } from './rules'

/** Milliseconds. */
const CLEAR_WITHIN = 500

interface Member {
  process: NodeProcess
  port: number
}

export class Cluster {
  readonly secret = makeSecret()
  readonly password = makeSecret()
  readonly #nodes = new Map<number, Member>()
  readonly #stores: Member[] = []
  readonly #ports: NodePorts = new Map()
  readonly #started = new Set<NodeProcess>()
  #keys = makeKeys()
  readonly #odd = makeKeys()
  #folder: Promise<string> | null = null
  #balancer: ClusterBalancer | null = null
  #closed = false
  readonly #offDuty = onShutdown(() => this.close())

  readonly #redis: StoreAddress | null

  constructor(readonly rules: ClusterRules) {
    const url = rules.store === 'shared' ? env.REDIS_URL : undefined
    this.#redis = url === undefined ? null : { url, hash: `remember-me:${randomUUID()}` }
  }

  /** What the shared store is, by its name. */
  get storeName(): string {
    return this.#redis ? 'Redis/Valkey' : 'SQLite'
  }

  /** Of the balancer. @throws before it is open */
  get port(): number {
    return this.balancer.port
  }

  get balancer(): ClusterBalancer {
    if (!this.#balancer) throw new Error('the cluster is not open')
    return this.#balancer
  }

  /** All of them at once. */
  async open(): Promise<void> {
    this.#folder = makeRunFolder()
    await this.#folder
    const { store, replica } = this.rules
    // The copy first: the server in front of it has to know where it is.
    for (let left = store === 'server' ? (replica ? 2 : 1) : 0; left > 0; left--)
      this.#stores.unshift(await this.#start('store', { stores: this.#stores.map(({ port }) => port) }))
    await Promise.all(NODES.map((node) => this.#startNode(node)))
    this.#balancer = await openBalancer(this.#ports, this.rules, this.secret)
    if (this.#closed) return this.close()
    await this.#tellPeers()
  }

  /** SIGKILL: it has no time to tell anybody. The balancer finds out by itself. */
  async killNode(node: number): Promise<void> {
    await this.#nodes.get(node)?.process.kill()
    this.#nodes.delete(node)
    await this.#tellPeers()
  }

  /** The same node as a new process, which takes over what the others have copied. */
  async startAgain(node: number): Promise<void> {
    await this.#startNode(node)
    await this.#tellPeers()
    if (this.rules.store === 'copies') await this.#nodes.get(node)?.process.order({ do: 'catch-up' })
  }

  /** It lives, and the balancer cannot reach it. */
  takeOut(node: number): void {
    this.#ports.set(node, null)
  }

  /** As it is. */
  putBack(node: number): void {
    this.#ports.set(node, this.#nodes.get(node)?.port ?? null)
  }

  /** The session server that is asked first, SIGKILL. false: there is none. */
  async killStore(): Promise<boolean> {
    const [first] = this.#stores
    await first?.process.kill()
    return first !== undefined
  }

  /** In two steps, so that nobody meets a node that does not know it: all learn the new key, and then all use it. */
  async rollKeys(): Promise<void> {
    const [next, old] = [makeKeys(), this.#keys]
    await this.#tellAll({ keys: ring(old, next) })
    this.#keys = ring(next, old)
    await this.#tellAll({ keys: this.#keys })
  }

  /** crossed.ts, at this node. */
  crossed<T, U>(
    { node, lane }: { node: number; lane: StrategyName },
    first: () => Promise<T>,
    second: () => Promise<U>,
  ): Promise<[T, U]> {
    return crossed(this.#nodes.get(node)!.process, lane, first, second)
  }

  /** Processes that are alive; for tests. */
  get pids(): number[] {
    const all = [...this.#nodes.values(), ...this.#stores]
    return all.flatMap(({ process }) => process.pid ?? [])
  }

  /** Where they listen; for tests. */
  get ports(): number[] {
    return [...this.#nodes.values(), ...this.#stores].map(({ port }) => port)
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#offDuty()
    await this.#clearRedis()
    await Promise.all([...this.#started].map((process) => process.kill()))
    await this.#balancer?.close()
    const folder = await this.#folder?.catch(() => null)
    if (folder) await rm(folder, { recursive: true, force: true })
  }

  /** What nobody takes away there ends by itself (node/redis-store.ts). */
  async #clearRedis(): Promise<void> {
    const [any] = this.#nodes.values()
    if (!this.#redis || !any) return
    const cleared = any.process.order({ do: 'clear' }).catch(() => {})
    await Promise.race([cleared, sleep(CLEAR_WITHIN)])
  }

  async #startNode(node: number): Promise<void> {
    const stores = this.#stores.map(({ port }) => port)
    const keys = this.rules.oddKey === node ? this.#odd : this.#keys
    const member = await this.#start('shop', { stores, keys })
    this.#nodes.set(node, member)
    this.#ports.set(node, member.port)
  }

  async #start(role: NodeConfig['role'], plan: Partial<ClusterPlan>): Promise<Member> {
    const folder = await this.#folder!
    if (this.#closed) throw new Error('the cluster is closed')
    const process = new NodeProcess(folder)
    this.#started.add(process)
    const config: NodeConfig = {
      ...{ role, secret: this.secret, password: this.password, rules: this.rules },
      ...{
        folder,
        redis: this.#redis,
        keys: this.#keys,
        peers: [],
        stores: [],
        ...plan,
      },
    }
    const { port } = await process.order({ do: 'begin', config })
    return { process, port: port! }
  }

  async #tellPeers(): Promise<void> {
    const nodes = [...this.#nodes].toSorted(([one], [other]) => one - other)
    await Promise.all(
      nodes.map(([own, { process }]) => {
        const peers = nodes.filter(([node]) => node !== own).map(([, { port }]) => port)
        return process.order({ do: 'change', plan: { peers } })
      }),
    )
  }

  async #tellAll(plan: Partial<ClusterPlan>): Promise<void> {
    await Promise.all([...this.#nodes.values()].map(({ process }) => process.order({ do: 'change', plan })))
  }
}
