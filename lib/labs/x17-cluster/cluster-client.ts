/** A browser in front of the balancer: a jar, a place for an access token, and the secret of the run. */
import { CookieJar } from '@/lib/client/jar'
import type { Action } from '@/lib/shop/operations'
import type { HeaderLine, ResponseHead } from '@/lib/trace/model/exchange'
import type { Cluster } from '../cluster/cluster'
import {
  type ClusterTraffic,
  NODE_FIELD,
  SECRET_FIELD,
  SENT_FIELD,
  TRIED_FIELD,
  trafficOf,
} from '../cluster/rules'
import type { LabWire } from '../outside/wire'
import type { Reply } from '../stage/client'
import type { ServerStage } from '../stage/server-stage'

export interface NodeReply extends Reply {
  /** Who answered; 0: nobody. */
  node: number
  /** Nodes that were asked, in order. */
  tried: string
  traffic: ClusterTraffic
}

type Ask = [method: 'GET' | 'POST', operation: string, action: Action, body?: object]

export class ClusterClient {
  readonly #wire: LabWire
  readonly #lane: string
  #jar = new CookieJar()
  #token: string | null = null

  constructor(
    { wire, strategy }: Pick<ServerStage, 'wire' | 'strategy'>,
    readonly cluster: Cluster,
  ) {
    this.#wire = wire
    this.#lane = strategy
  }

  me = () => this.#send('GET', 'me', 'me')
  cart = () => this.#send('GET', 'cart', 'cart.read')
  add = (sku: string) => this.adding(sku)()
  refresh = () => this.#send('POST', 'refresh', 'refresh', {})
  begin = () => this.#send('POST', 'sign-in/begin', 'sign-in', this.#password)
  finish = () => this.#send('POST', 'sign-in/finish', 'sign-in', {})

  /** As somebody who has nothing yet. @throws unless it is 200 */
  async signIn(): Promise<NodeReply> {
    this.forget()
    const reply = await this.#send('POST', 'sign-in', 'sign-in', this.#password)
    if (reply.status !== 200) throw new Error(`sign-in answered ${reply.status}`)
    return reply
  }

  /** With what is in the jar now, whenever it is sent: two of them are two tabs that begin at once. */
  adding = (sku: string) => this.#prepared('POST', 'cart/items', 'cart.add', { sku })

  /** The next request goes to this node, as far as the balancer goes by turns. */
  turnTo(node: number): this {
    this.cluster.balancer.turnTo(this.#lane, node)
    return this
  }

  forget(): void {
    this.#jar = new CookieJar()
    this.#token = null
  }

  get #password() {
    return { password: this.cluster.password }
  }

  #send = (...asked: Ask) => this.#prepared(...asked)()

  #prepared(...[method, operation, action, body]: Ask): () => Promise<NodeReply> {
    const path = `/${this.#lane}/${operation}`
    const cookie = this.#jar.fieldFor(path)
    const headers: HeaderLine[] = [[SECRET_FIELD, this.cluster.secret]]
    if (cookie) headers.push(['Cookie', cookie])
    if (this.#token) headers.push(['Authorization', `Bearer ${this.#token}`])
    const { port } = this.cluster
    return async () => {
      const reply = await this.#wire.send({
        ...{ to: nameOf, device: 'laptop', action, port, method, path, headers, body },
      })
      for (const line of reply.setCookie) this.#jar.store(line)
      if (typeof reply.json?.accessToken === 'string') this.#token = reply.json.accessToken
      return withNode(reply)
    }
  }
}

/** Said by the balancer, in its answer. */
function nameOf(answer: ResponseHead | null): string {
  const node = answer?.headers.find(([name]) => name === NODE_FIELD)?.[1]
  return node ? `node ${node}` : 'balancer'
}

const withNode = (reply: Reply): NodeReply => ({
  ...reply,
  node: Number(reply.headers.get(NODE_FIELD) ?? 0),
  tried: reply.headers.get(TRIED_FIELD) ?? '',
  traffic: trafficOf(reply.headers.get(SENT_FIELD)),
})
