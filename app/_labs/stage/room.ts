/** One lane's room of a run, through the owner's control plane: its list of exchanges is what proves a finding. */
import type { RunReport } from '../../../lib/labs/run'
import type { StrategyName } from '../../../lib/strategies/strategy'
import type { Exchange } from '../../../lib/trace/exchange'
import { type Answer, type Call, isOk, send } from '../../_shop/http'

/** Milliseconds. An exchange is recorded when its answer is complete, which is at once; a window has to open first. */
const SOON = 5000
const WINDOW = 20_000
const PAUSE = 60

export class RoomView {
  /** Of the newest exchange that was looked at. */
  private seen = 0

  constructor(
    private readonly run: RunReport,
    readonly lane: StrategyName,
  ) {}

  /** Of the laptop's cookies and requests. */
  get path(): string {
    return `/api/${this.lane}/${this.run.rooms[this.lane]}/laptop`
  }

  get room(): string {
    return this.run.rooms[this.lane] ?? ''
  }

  get runId(): string {
    return this.run.id
  }

  get customer(): { email: string; password: string } {
    return this.run.users![this.lane]![0]!
  }

  control<Body>(method: Call['method'], path: string, body?: unknown): Promise<Answer<Body>> {
    return send<Body>(`/api/sandbox/labs/${this.run.lab}/runs/${this.run.id}${path}`, { method, body })
  }

  /** @returns the next exchange for this operation, whole; null: none came. Credentials are in it. */
  async next(operation: string, patience: 'soon' | 'window' = 'soon'): Promise<Exchange | null> {
    const target = `${this.path}/${operation}`
    const isIt = ({ request }: Exchange) => request.target.split('?', 1)[0] === target
    const found = await until(patience === 'soon' ? SOON : WINDOW, async () => {
      const { body } = await this.control<{ exchanges: Exchange[] }>(
        'GET',
        `/${this.lane}?after=${this.seen}`,
      )
      const next = body?.exchanges.find(isIt)
      this.seen = next?.seq ?? this.seen
      return next ?? null
    })
    return found && this.whole(found.id)
  }

  async whole(id: string): Promise<Exchange | null> {
    const answer = await this.control<Exchange>('GET', `/${this.lane}/${id}`)
    return isOk(answer) ? answer.body : null
  }
}

/** Asks until there is an answer or patience ends. */
export async function until<T>(patience: number, ask: () => Promise<T | null>): Promise<T | null> {
  for (const end = performance.now() + patience; performance.now() < end; ) {
    const answer = await ask()
    if (answer !== null) return answer
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
  return null
}
