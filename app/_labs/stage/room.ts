/** One lane's room of a run, through the owner's control plane: its list of exchanges is what proves a finding. */

import { type Answer, type Call, isOk, send } from '@/app/_live/requests/http'
import type { RunReport } from '@/lib/labs/run/run'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import { cookiesSet } from './wire'

/** Milliseconds: for a window to open on a full machine, and a person who presses a button. What comes sooner is taken sooner. */
export const PATIENCE = 120_000
/** Between two questions: longer, the longer there is no answer. */
const FIRST_PAUSE = 60
const LONGEST_PAUSE = 500

export class RoomView {
  /** Of the newest exchange that was looked at. */
  private seen = 0
  /** Names of the cookies that the shop was seen to set: what else this host has is other programs'. */
  readonly ownCookies = new Set<string>()

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
  async next(operation: string): Promise<Exchange | null> {
    const target = `${this.path}/${operation}`
    const isIt = ({ request }: Exchange) => request.target.split('?', 1)[0] === target
    const found = await until(PATIENCE, async () => {
      const told = await this.told<{ exchanges: Exchange[] }>(`/${this.lane}?after=${this.seen}`)
      const next = told?.exchanges.find(isIt)
      this.seen = next?.seq ?? this.seen
      return next ?? null
    })
    const whole = found && (await this.whole(found.id))
    if (whole) for (const { name } of cookiesSet(whole)) this.ownCookies.add(name)
    return whole
  }

  /** null: no answer now. @throws when the run is gone: nobody waits for what it would have seen */
  async told<Body>(path: string): Promise<Body | null> {
    const { status, body } = await this.control<Body>('GET', path)
    if (status === 404) throw new Error('this run is gone')
    return status === 200 ? body : null
  }

  async whole(id: string): Promise<Exchange | null> {
    const answer = await this.control<Exchange>('GET', `/${this.lane}/${id}`)
    return isOk(answer) ? answer.body : null
  }
}

/** Asks until there is an answer or patience ends. */
export async function until<T>(patience: number, ask: () => Promise<T | null>): Promise<T | null> {
  const end = performance.now() + patience
  for (let pause = FIRST_PAUSE; performance.now() < end; pause = Math.min(pause * 1.2, LONGEST_PAUSE)) {
    const answer = await ask()
    if (answer !== null) return answer
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  return null
}
