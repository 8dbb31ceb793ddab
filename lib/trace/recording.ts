/**
 * The recording of one exchange, from the head of the request to the end of the response. What reads find was so
 * before the exchange; `before` is taken when the first thing changes.
 */
import type { Device, StrategyName } from '../strategies/strategy'
import { applyFinding } from './apply-finding'
import type { Artifact } from './artifact'
import type { Exchange, RequestHead, ResponseHead, Step } from './exchange'
import { exposureOf } from './exposure'
import type { Finding } from './finding'
import { ACCESS_TOKEN, heldAccessToken } from './held'
import type { LaneTarget } from './lane-target'
import { presentedCredential, presentedTexts } from './presented'
import type { Presented, Recorder } from './recorder'
import { isRevealing, type Reveal, type RevealingFinding, revealOf } from './reveal'
import { type Timeline, timelineOf } from './timeline'
import { type Client, noteAnswer, noteRequest } from './wire-holdings'

export interface Opening extends LaneTarget {
  request: Pick<RequestHead, 'method' | 'target' | 'httpVersion' | 'headers'>
  connection: { id: number; nth: number }
  tls: boolean
}

export interface Ending {
  completed: boolean
  response: ResponseHead | null
  headBytes: number
  bodyBytes: number
}

export class Recording implements Recorder {
  readonly strategy: StrategyName
  readonly sandbox: string
  readonly device: Device
  readonly #opening: Opening
  readonly #client: Client
  readonly #began = performance.now()
  readonly #at = new Date()
  readonly #steps: Step[] = []
  readonly #reveals = new Map<string, Reveal>()
  #timeline: Timeline | null = null
  #sandboxAt: Date | null = null
  #before: Artifact[] | null = null
  #problem: string | null = null
  #presented: Presented | null = null
  #issued: string | null = null

  constructor(opening: Opening) {
    const { strategy, sandbox, device } = opening
    this.strategy = strategy
    this.sandbox = sandbox
    this.device = device
    this.#opening = opening
    this.#client = { strategy, device, shopPath: `/api/${strategy}/${sandbox}/${device}` }
    this.#attach()
  }

  problem(code: string): void {
    this.#problem = code
  }

  micros(): number {
    return Math.round((performance.now() - this.#began) * 1000)
  }

  step(step: Step): void {
    this.#steps.push(step)
  }

  opened(open: Presented): void {
    this.#presented = open
    if (open.status !== 'refused' || open.reason === 'doubled') return
    const texts = presentedTexts(this.#opening, this.#opening.request.headers)
    this.#attach()?.ledger.update(this.strategy, (held) =>
      held.value !== null && texts.includes(held.value) && !held.ended ? { ...held, ended: true } : held,
    )
  }

  learn(finding: Finding): void {
    const timeline = this.#attach()
    if (!timeline) return
    if (isRevealing(finding)) {
      this.#reveal(timeline, finding)
    } else {
      if (!finding.known) this.#takeBefore(timeline)
      applyFinding(timeline.ledger, finding)
    }
  }

  /** Hands the exchange to the timeline; drops it where nobody keeps one. */
  finish(ending: Ending): void {
    const timeline = this.#attach()
    if (!timeline) return
    const before = this.#takeBefore(timeline)
    if (ending.completed && ending.response) this.#leaveWithClient(timeline, ending.response)
    const after = this.#snapshot(timeline)
    timeline.append(this.#exchange(ending, before, sameItems(before, after) ? before : after))
  }

  /** After a restart the sandbox comes into memory only while its first request is served. */
  #attach(): Timeline | null {
    if (this.#timeline) return this.#timeline
    this.#timeline = timelineOf(this.sandbox)
    if (!this.#timeline) return null
    const { clock, ledger } = this.#timeline
    this.#sandboxAt = new Date(this.#at.getTime() + clock.now().getTime() - Date.now())
    noteRequest(ledger, this.#client, this.#opening.request.headers, this.#opening.path)
    return this.#timeline
  }

  #snapshot({ ledger }: Timeline): Artifact[] {
    return ledger.snapshot(this.strategy, this.device)
  }

  #takeBefore(timeline: Timeline): Artifact[] {
    this.#before ??= this.#snapshot(timeline)
    return this.#before
  }

  #reveal({ ledger }: Timeline, finding: RevealingFinding): void {
    const reveal = revealOf(finding)
    if (!finding.known) {
      this.#reveals.set(finding.text, reveal)
      if (finding.type === 'access-token') this.#issued = finding.text
      return
    }
    ledger.update(this.strategy, (held) => (held.value === finding.text ? { ...held, ...reveal } : held))
  }

  #leaveWithClient({ ledger }: Timeline, response: ResponseHead): void {
    const { device } = this.#client
    noteAnswer(ledger, this.#client, response.headers, this.#reveals, new Date())
    if (response.status >= 300) return
    if (this.#issued)
      ledger.put('jwt', heldAccessToken(device, this.#issued, this.#reveals.get(this.#issued)))
    // A client forgets its token when it signs out. For certain this is seen at its next request.
    if (this.#opening.action === 'sign-out')
      ledger.drop('jwt', (held) => held.device === device && held.name === ACCESS_TOKEN)
  }

  #exchange(ending: Ending, before: Artifact[], after: Artifact[]): Omit<Exchange, 'id' | 'seq'> {
    const { request, connection, action, tls } = this.#opening
    const { headBytes, bodyBytes, response, completed } = ending
    const steps = this.#steps
    return {
      at: this.#at.toISOString(),
      sandboxAt: (this.#sandboxAt ?? this.#at).toISOString(),
      strategy: this.strategy,
      device: this.device,
      action,
      completed,
      request: { ...request, headBytes, bodyBytes },
      response,
      tls,
      connection,
      credential: presentedCredential(this.#opening, request.headers, this.#presented, after),
      problem: this.#problem,
      steps,
      stored: { before, after },
      // Derived when somebody looks, and not kept: it would be the largest part of an exchange.
      get exposures() {
        return after.map((artifact) => exposureOf(artifact, { tls }))
      },
      cost: { reads: sum(steps, 'reads'), writes: sum(steps, 'writes'), micros: this.micros() },
    }
  }
}

const sum = (steps: Step[], what: 'reads' | 'writes') => steps.reduce((total, step) => total + step[what], 0)

const sameItems = (a: Artifact[], b: Artifact[]) =>
  a.length === b.length && a.every((one, index) => one === b[index])
