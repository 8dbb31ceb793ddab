/**
 * The recording of one exchange, from the head of the request to the end of the response. What reads find was so
 * before the exchange; `before` is taken when the first thing changes.
 */
import type { Device, StrategyName } from '../strategies/strategy'
import { applyFinding } from './apply-finding'
import type { Artifact } from './artifact'
import type { Action, Exchange, PresentedCredential, RequestHead, ResponseHead, Step } from './exchange'
import { exposureOf } from './exposure'
import type { Finding } from './finding'
import { ACCESS_TOKEN, claimsIn, fieldsOfVisit, heldAccessToken, isLaneCookie, type Reveal } from './held'
import type { Presented, Recorder } from './recorder'
import { type Timeline, timelineOf } from './timeline'
import { bearerIn, type Client, cookiesIn, noteAnswer, noteRequest } from './wire-holdings'

export interface Opening {
  strategy: StrategyName
  sandbox: string
  device: Device
  action: Action
  /** Path of the target, without query, decoded. */
  path: string
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
    const values = this.#presentedValues()
    this.#attach()?.ledger.update(this.strategy, (held) =>
      held.value !== null && values.includes(held.value) && !held.ended ? { ...held, ended: true } : held,
    )
  }

  learn(finding: Finding): void {
    const timeline = this.#attach()
    if (!timeline) return
    if (finding.type === 'sealed-visit' || finding.type === 'access-token') {
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

  #reveal({ ledger }: Timeline, finding: Finding & { type: 'sealed-visit' | 'access-token' }): void {
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
      credential: this.#credential(after),
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

  #credential(after: Artifact[]): PresentedCredential {
    const { reason, visit } = this.#presented ?? {}
    const status = this.#presented?.status ?? this.#statusUnasked()
    const name = this.strategy === 'jwt' ? ACCESS_TOKEN : null
    const held = after.find((one) => one.side === 'browser' && (name === null || one.name === name))
    const expiresAt = held && !held.ended ? held.expiresAt : null
    return { status, reason: reason ?? null, email: visit?.customer?.email ?? null, expiresAt }
  }

  /** Nobody asked the strategy (e.g. 403 or 404): what was sent is all that is known. */
  #statusUnasked(): PresentedCredential['status'] {
    return this.#presentedValues().length > 0 ? 'unexamined' : 'absent'
  }

  #presentedValues(): string[] {
    const { headers } = this.#opening.request
    const token = bearerIn(headers)
    if (this.strategy === 'jwt' && this.#opening.action !== 'refresh') return token ? [token] : []
    return cookiesIn(headers).flatMap(([name, value]) => (isLaneCookie(this.strategy, name) ? value : []))
  }
}

function revealOf(finding: Finding & { type: 'sealed-visit' | 'access-token' }): Reveal {
  const { exp } = finding.type === 'sealed-visit' ? finding.visit : finding.claims
  const contents = finding.type === 'sealed-visit' ? fieldsOfVisit(finding.visit) : claimsIn(finding.text)
  return { contents, expiresAt: new Date(exp * 1000).toISOString() }
}

const sum = (steps: Step[], what: 'reads' | 'writes') => steps.reduce((total, step) => total + step[what], 0)

const sameItems = (a: Artifact[], b: Artifact[]) =>
  a.length === b.length && a.every((one, index) => one === b[index])
