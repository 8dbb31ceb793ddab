/** One run of a lab: a room for each lane, the acts side by side, what was sent and what was found. */
import { randomUUID } from 'node:crypto'
import { openToOrigins } from '@/lib/http/cors'
import { bugOf } from '@/lib/log/bug'
import { log } from '@/lib/log/log'
import { ofThisCell } from '@/lib/process/cell'
import type { OwnedSandbox } from '@/lib/sandbox/world/sandbox'
import type { Device, StrategyName } from '@/lib/strategies/strategy'
import { SharedCluster } from '../cluster/shared-cluster'
import { evidenceOf } from '../evidence'
import { type Lab, type LabFinding, type LabPosition, lanesOf, type ServerLab } from '../lab'
import { openWire } from '../outside/wire'
import type { Reply } from '../stage/client'
import type { ServerStage } from '../stage/server-stage'
import { openWorkbench } from '../workbench/workbench'
import { outsideDesk } from './outside'
import type { RunReport, RunState } from './report'
import { closeRoom, openRoom, type Room } from './room'
import { type SentLine, sentLine } from './sent-line'

export type { RunReport, RunState } from './report'

interface LanePlay {
  room: Room
  acts: string[]
  /** The act that is being done: what is sent now belongs to it. */
  steps: AsyncGenerator<string, void> | null
}

export class Run {
  readonly id = ofThisCell(randomUUID())
  state: RunState = 'running'
  readonly #findings: LabFinding[] = []
  readonly #sent: SentLine[] = []
  readonly #lanes = new Map<StrategyName, LanePlay>()
  readonly #cluster: SharedCluster
  readonly #ended = Promise.withResolvers<void>()

  constructor(
    readonly parent: OwnedSandbox,
    readonly lab: Lab,
    readonly position: LabPosition,
    private readonly publish: (report: RunReport) => void,
  ) {
    this.#cluster = new SharedCluster(lanesOf(position).length)
  }

  /** One that is stopped meanwhile has no rooms. */
  async open(): Promise<void> {
    for (const lane of lanesOf(this.position)) {
      if (this.#isStopped()) return
      const noted = (device: Device, reply: Reply) => this.#note(lane, device, reply)
      const room = await openRoom(this.parent, lane, this.position.dials, noted)
      if (this.#isStopped()) return closeRoom(room)
      if (this.position.cors) openToOrigins(room.sandbox.id, this.position.cors)
      const steps = this.lab.place === 'server' ? this.lab.play(this.#stage(this.lab, room)) : null
      this.#lanes.set(lane, { room, acts: [], steps })
    }
    this.state = this.lab.place === 'server' ? 'waiting' : 'playing'
  }

  /** All acts that are left. A lane that breaks down ends the run. */
  async playAll(): Promise<void> {
    while (this.state === 'waiting') await this.playAct()
  }

  /** The next act, in every lane that has it. */
  async playAct(): Promise<void> {
    if (this.state !== 'waiting') return
    this.state = 'running'
    try {
      const left = await Promise.all([...this.#lanes.values()].map((lane) => this.#step(lane)))
      if (this.state === 'running') this.state = left.some(Boolean) ? 'waiting' : 'done'
    } catch (error) {
      this.#fail(error)
    }
    if (this.isOver) await this.#letGo()
    this.publish(this.report())
  }

  /** Of one that was stopped nothing else is to be expected: its rooms are gone. */
  #fail(error: unknown): void {
    if (this.#isStopped()) return
    this.state = 'failed'
    log('lab_failed', { ...bugOf(error), lab: this.lab.slug })
  }

  /** @returns whether there is more to do in this lane */
  async #step({ steps, acts }: LanePlay): Promise<boolean> {
    const step = await steps?.next()
    if (!step || step.done) return false
    acts.push(step.value)
    return acts.length < this.lab.acts.length
  }

  stop(): void {
    if (this.state === 'running' || this.state === 'waiting' || this.state === 'playing')
      this.state = 'stopped'
    for (const { steps } of this.#lanes.values()) void steps?.return()
    void this.#letGo()
  }

  /** Of what is not this shop nothing outlives the acts. */
  async #letGo(): Promise<void> {
    await this.#cluster.close().catch((error: unknown) => log('bug', { ...bugOf(error), route: 'cluster' }))
    this.#ended.resolve()
  }

  /** Over, and what it has started is gone. */
  get ended(): Promise<void> {
    return this.#ended.promise
  }

  get isOver(): boolean {
    return this.state === 'done' || this.state === 'stopped' || this.state === 'failed'
  }

  /** A method, because it may change during any `await`. */
  #isStopped(): boolean {
    return this.state === 'stopped'
  }

  /** Stops, and lets the rooms go. */
  async close(): Promise<void> {
    this.stop()
    await this.ended
    for (const { room } of this.#lanes.values()) await closeRoom(room)
  }

  room(lane: string): Room | null {
    return this.#lanes.get(lane as StrategyName)?.room ?? null
  }

  report(): RunReport {
    const lanes = [...this.#lanes]
    return {
      id: this.id,
      lab: this.lab.slug,
      position: this.position.id,
      state: this.state,
      lanes: lanes.map(([lane]) => lane),
      acts: Object.fromEntries(lanes.map(([lane, { acts }]) => [lane, [...acts]])),
      findings: [...this.#findings],
      sent: [...this.#sent],
      rooms: Object.fromEntries(lanes.map(([lane, { room }]) => [lane, room.sandbox.id])),
      ...(this.lab.place === 'browser' && { users: this.#users(), dials: this.position.dials }),
    }
  }

  #users() {
    return Object.fromEntries(
      [...this.#lanes].map(([lane, { room }]) => [
        lane,
        room.sandbox.users
          .all()
          .map(({ id, email }) => ({ email, password: room.sandbox.keys.firstPassword(id)! })),
      ]),
    )
  }

  #stage(lab: ServerLab, { strategy, clients, desk, sandbox, timeline }: Room): ServerStage {
    const noted = (device: Device, reply: Reply) => this.#note(strategy, device, reply)
    const wired = { strategy, timeline, noted }
    const wire = openWire(wired)
    return {
      ...{ strategy, position: this.position.id, ...clients, desk, wire },
      workbench: openWorkbench(sandbox),
      outside: outsideDesk({ ...wired, wire, laptop: clients.laptop, sandbox, desk }),
      cluster: this.#cluster,
      sso: async (options) => {
        const { openSso } = await import('../sso/open')
        return openSso({ strategy, clock: sandbox.clock, wire, passwordOf: desk.passwordOf }, options)
      },
      appStorage: async () => (await import('../native/storage')).openAppStorage(),
      found: (moment, outcome, proof, facts = {}) => {
        if (!lab.moments.includes(moment)) throw new Error(`${lab.slug} has no moment ${moment}`)
        const shown = typeof proof === 'string' ? { readFrom: proof } : { exchange: proof.exchange?.id }
        this.#findings.push({ lane: strategy, moment, outcome, ...evidenceOf(moment, shown), facts })
      },
    }
  }

  #note(lane: StrategyName, device: Device, reply: Reply): void {
    const act = this.lab.acts[this.#lanes.get(lane)?.acts.length ?? 0] ?? null
    this.#sent.push(sentLine({ lane, device, act, reply }))
  }
}
