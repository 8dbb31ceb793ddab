/** One process of a cluster, as the server that has started it knows it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { NodeOrder, NodeReport } from './rules'

/** Of what a node may take: it serves one run, and its heap is small. Warnings about what is experimental in Node are nobody's here. */
const FLAGS = ['--max-old-space-size=64', '--disable-warning=ExperimentalWarning']

/** Without the number, which is given here. */
export type OrderToNode = NodeOrder extends infer Order
  ? Order extends { n: number }
    ? Omit<Order, 'n'>
    : never
  : never

export class NodeProcess {
  readonly #child: ChildProcess
  readonly #waiting = new Map<number, PromiseWithResolvers<NodeReport>>()
  readonly #gone: Promise<void>
  #n = 0

  /** @param folder of the run: whoever is left alone takes it away */
  constructor(folder: string) {
    const program = join(/* turbopackIgnore: true */ process.cwd(), 'generated/cluster/node.mjs')
    // The environment has secrets of the server, and none of them is a node's affair.
    const env = process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot } : {}
    this.#child = spawn(/* turbopackIgnore: true */ process.execPath, [...FLAGS, program, folder], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: env as NodeJS.ProcessEnv,
    })
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#gone = promise
    const end = () => {
      resolve()
      for (const { reject } of this.#waiting.values()) reject(new Error('the node is gone'))
      this.#waiting.clear()
    }
    this.#child.once('exit', end)
    this.#child.once('error', end)
    this.#child.on('message', (report: NodeReport) => this.#take(report))
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  /** @throws when the node could not, or is gone */
  order(order: OrderToNode): Promise<NodeReport> {
    this.#n += 1
    const n = this.#n
    const waiting = Promise.withResolvers<NodeReport>()
    this.#waiting.set(n, waiting)
    if (this.#child.connected) this.#child.send({ n, ...order } satisfies NodeOrder)
    else waiting.reject(new Error('the node is gone'))
    return waiting.promise
  }

  /** At once, and nothing is tidied up by it. Resolves when it is gone. */
  kill(): Promise<void> {
    this.#child.kill('SIGKILL')
    return this.#gone
  }

  #take(report: NodeReport): void {
    const waiting = this.#waiting.get(report.n)
    this.#waiting.delete(report.n)
    if (report.failed === undefined) waiting?.resolve(report)
    else waiting?.reject(new Error(report.failed))
  }
}
