/** One of a lab's devices. The attacker is such a client too, and has nothing but what was copied to it. */
import type { Agent } from 'node:http'
import { ownSocket, sendRecorded, sendToSelf } from '@/lib/client/self'
import { ShopClient } from '@/lib/client/shop-client'
import type { WireAnswer } from '@/lib/client/transport'
import { nameHere } from '@/lib/http/cookies'
import type { Device, StrategyName } from '@/lib/strategies/strategy'
import type { Exchange, HeaderLine } from '@/lib/trace/model/exchange'

export interface Reply extends WireAnswer {
  /** The body. */
  json: WireAnswer['body']
  /** As the wire tap recorded it; null: it was not seen. */
  exchange: Exchange | null
}

/** Who notices what is sent: the room (room.ts). */
export interface RoomWitness {
  /** The exchange whose request carried this User-Agent. */
  recorded(userAgent: string): Promise<Exchange | null>
  noted(device: Device, reply: Reply): void
}

export class LabClient extends ShopClient<Reply> {
  /** true: not every request stands in the list of what was sent. Of many alike that is the first and the last; the timeline has all. */
  quiet = false
  readonly #witness: RoomWitness
  readonly #line: { agent?: Agent }

  constructor(strategy: StrategyName, device: Device, sandbox: string, witness: RoomWitness) {
    const line: { agent?: Agent } = {}
    super({
      ...{ strategy, device, sandbox, nameOf: nameHere },
      async transport(asked) {
        const answer = await sendRecorded({ ...asked, agent: line.agent }, device, (userAgent) =>
          witness.recorded(userAgent),
        )
        return { ...answer, json: answer.body }
      },
    })
    this.#line = line
    this.#witness = witness
  }

  /** From now on all its requests follow one another on one connection. */
  holdConnection(): void {
    this.#line.agent = ownSocket()
  }

  override async send(
    method: string,
    operation: string,
    body?: unknown,
    headers: HeaderLine[] = [],
  ): Promise<Reply> {
    const reply = await super.send(method, operation, body, headers)
    // As the shop's page does: memory is cleared with the sign-in.
    if (operation === 'sign-out' && reply.status === 204) this.reload()
    if (!this.quiet) this.#witness.noted(this.device, reply)
    return reply
  }

  /** A head that is too long for the server to look at: no wire tap sees it. @returns the status of the answer */
  async sendLongHead(octets: number): Promise<number> {
    const field = this.strategy === 'jwt' ? 'Authorization' : 'Cookie'
    const headers: HeaderLine[] = [[field, 'x'.repeat(octets)]]
    return (await sendToSelf({ method: 'GET', path: `${this.path}/cart`, headers })).status
  }
}
