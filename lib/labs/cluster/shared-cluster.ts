/** The cluster of a run, as its lanes have it together: what concerns all nodes is done once. */
import { Cluster } from './cluster'
import type { ClusterRules } from './rules'

interface Meeting {
  came: number
  all: PromiseWithResolvers<void>
}

export class SharedCluster {
  #cluster: Cluster | null = null
  #closed = false
  readonly #done = new Map<string, Promise<unknown>>()
  readonly #meetings = new Map<string, Meeting>()

  /** @param lanes how many play */
  constructor(private readonly lanes: number) {}

  /** @throws when it was closed meanwhile */
  open(rules: ClusterRules): Promise<Cluster> {
    return this.once('open', async () => {
      if (this.#closed) throw new Error('the run is over')
      this.#cluster = new Cluster(rules)
      await this.#cluster.open()
      return this.#cluster
    })
  }

  /** The first lane that asks has it done, and the others wait for that. */
  once<T>(what: string, work: () => Promise<T>): Promise<T> {
    const known = this.#done.get(what) as Promise<T> | undefined
    if (known) return known
    const begun = work()
    this.#done.set(what, begun)
    return begun
  }

  /** The same when all lanes have come so far: else one would lose in the middle what another has ended. */
  async together<T>(what: string, work: () => Promise<T>): Promise<T> {
    const meeting = this.#meetings.get(what) ?? { came: 0, all: Promise.withResolvers<void>() }
    this.#meetings.set(what, meeting)
    meeting.came += 1
    if (meeting.came === this.lanes) meeting.all.resolve()
    if (this.#closed) meeting.all.reject(new Error('the run is over'))
    await meeting.all.promise
    return this.once(what, work)
  }

  /** Processes, ports and files are gone when it resolves. */
  async close(): Promise<void> {
    this.#closed = true
    for (const { all } of this.#meetings.values()) {
      all.promise.catch(() => {})
      all.reject(new Error('the run is over'))
    }
    await this.#cluster?.close()
  }
}
