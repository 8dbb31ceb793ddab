/**
 * The recording of one exchange, from the head of the request to the end of the response. What reads find was so
 * before the exchange; `before` is taken when the first thing changes.
 */
import type { Dials } from '@/lib/strategies/dials'
import { KNOWN } from '@/lib/strategies/site/known-lanes'
import type { Device, StrategyName } from '@/lib/strategies/strategy'
import { guestTextOf } from '../export/guest-text'
import { soon } from '../fast/batch'
import { applyFinding } from '../ledger/apply-finding'
import { type Client, noteRequest } from '../ledger/wire-holdings'
import type { Artifact } from '../model/artifact'
import type { Exchange, PortCall, ResponseHead } from '../model/exchange'
import type { Finding } from '../model/finding'
import { type ShopAnswer, shopAnswer } from '../model/shop-answer'
import { secondsAhead, type Timeline, timelineOf } from '../publish/timeline'
import type { AnswerEnd, Opening } from './exchange-frame'
import { leaveWithClient } from './left-with-client'
import { presentedCredential, presentedTexts } from './presented'
import type { PresentedVisit, Recorder } from './recorder-port'
import { isRevealing, type RevealedArtifact, type RevealingFinding, revealOf } from './reveal'
import { type SentBody, sentBody } from './sent-body'
import { Recorded } from './stored-exchange'

/** As it was when the exchange ended. */
interface State {
  stored: Exchange['stored']
  dials: Dials
  micros: number
}

export class Recording implements Recorder {
  readonly strategy: StrategyName
  readonly sandbox: string
  readonly device: Device
  readonly #opening: Opening
  readonly #client: Client
  readonly #began = performance.now()
  readonly #at = new Date()
  readonly #steps: PortCall[] = []
  readonly #reveals = new Map<string, RevealedArtifact>()
  #timeline: Timeline | null = null
  #sandboxAt: Date | null = null
  #before: Artifact[] | null = null
  #problem: string | null = null
  #presented: PresentedVisit | null = null
  #issued: string | null = null
  #sent: SentBody | null = null
  #answered: ShopAnswer | null = null

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

  sent(text: string): void {
    this.#sent = sentBody(text)
  }

  answered(body: unknown): void {
    this.#answered = shopAnswer(body)
  }

  micros(): number {
    return Math.round((performance.now() - this.#began) * 1000)
  }

  step(step: PortCall): void {
    this.#steps.push(step)
  }

  opened(open: PresentedVisit): void {
    this.#presented = open
    const ledger = this.#attach()?.ledger
    if (!ledger || open.reason === 'doubled' || open.stays) return
    if (open.status !== 'refused' && open.status !== 'valid') return
    const ended = open.status === 'refused'
    const texts = presentedTexts(this.#opening, this.#opening.request.headers, ledger.dials)
    // What was refused can be good again: a dial was turned back.
    ledger.update(this.strategy, (held) => {
      if (held.side !== 'browser' || held.value === null || !texts.includes(held.value)) return held
      return (held.ended ?? false) === ended ? held : { ...held, ended }
    })
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

  /** Hands the exchange to the timeline, soon; drops it where nobody keeps one. */
  finish(ending: AnswerEnd): void {
    const timeline = this.#attach()
    if (!timeline) return
    const before = this.#takeBefore(timeline)
    if (ending.completed && ending.response) {
      const [{ action }, issued, reveals] = [this.#opening, this.#issued, this.#reveals]
      leaveWithClient(timeline.ledger, this.#client, { response: ending.response, action, issued, reveals })
    }
    const after = this.#snapshot(timeline)
    const stored = { before, after: sameItems(before, after) ? before : after }
    const state = { stored, dials: timeline.ledger.dials, micros: this.micros() }
    soon(() => timeline.append(this.#exchange(ending, state)))
  }

  /** After a restart the sandbox comes into memory only while its first request is served. */
  #attach(): Timeline | null {
    if (this.#timeline) return this.#timeline
    this.#timeline = timelineOf(this.sandbox)
    if (!this.#timeline) return null
    this.#sandboxAt = new Date(this.#at.getTime() + 1000 * secondsAhead(this.#timeline))
    noteRequest(this.#timeline.ledger, this.#client, this.#opening.request.headers, this.#opening.path)
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
    if (!finding.known) {
      this.#reveals.set(finding.text, revealOf(finding))
      if (finding.type === 'access-token') this.#issued = finding.text
      return
    }
    // The same text says the same each time it is opened.
    const isNews = ({ value, contents }: Artifact) => value === finding.text && contents.length === 0
    ledger.update(this.strategy, (held) => (isNews(held) ? { ...held, ...revealOf(finding) } : held))
  }

  #guestText(response: ResponseHead | null) {
    const { request, action, fromItself } = this.#opening
    const own = this.#timeline?.ownLines
    if (!own || fromItself) return
    const sent = { request: { ...request, headBytes: 0, bodyBytes: 0 }, response, sent: this.#sent, action }
    return guestTextOf(sent, own) ?? undefined
  }

  #exchange(ending: AnswerEnd, { stored, dials, micros }: State): Recorded {
    const { request, connection, action, tls } = this.#opening
    const { headBytes, bodyBytes, response, completed } = ending
    const steps = this.#steps
    const tolerance = KNOWN[this.strategy].tolerance?.(dials) ?? 0
    const credential = presentedCredential(
      this.#opening,
      request.headers,
      this.#presented,
      stored.after,
      dials,
    )
    const fields = {
      at: this.#at.toISOString(),
      sandboxAt: (this.#sandboxAt ?? this.#at).toISOString(),
      strategy: this.strategy,
      device: this.device,
      action,
      completed,
      request: { ...request, headBytes, bodyBytes },
      response,
      sent: this.#sent,
      guestText: credential.email === null ? this.#guestText(response) : undefined,
      answered: this.#answered,
      tls,
      connection,
      credential,
      problem: this.#problem,
      steps,
      stored,
      cost: { reads: sum(steps, 'reads'), writes: sum(steps, 'writes'), micros },
    }
    return new Recorded(fields, tolerance)
  }
}

const sum = (steps: PortCall[], what: 'reads' | 'writes') =>
  steps.reduce((total, step) => total + step[what], 0)

const sameItems = (a: Artifact[], b: Artifact[]) =>
  a.length === b.length && a.every((one, index) => one === b[index])
