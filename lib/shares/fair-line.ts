/**
 * A line for work that all visitors share and that costs much, in turns (turns.ts). Who would wait for too long is told when to come
 * again, and who has hung up is taken out.
 */
import { type TurnHolder, Turns } from './turns'

export interface Turn extends TurnHolder {
  /** Aborted: nobody waits for it any more. */
  signal?: AbortSignal
  /** Milliseconds that it may be expected to wait. */
  patience?: number
}

/** Told by its shape: each bundle has a class of its own, and the lines are shared. */
export class Busy extends Error {
  override readonly name = 'Busy'
  /**
   * @param retryAfter whole seconds, at least 1
   * @param ahead how many come before, those included who were told to come again; null: it was not for the length of the line
   */
  constructor(
    readonly retryAfter: number,
    readonly ahead: number | null = null,
  ) {
    super('The line is too long')
  }
}

export const isBusy = (error: unknown): error is Busy => (error as Error | undefined)?.name === 'Busy'

export interface LineRules {
  /** So many tasks at a time. */
  atOnce: number
  /** Milliseconds of one task, until some were measured. */
  usual: number
  /** In line in all: beyond it whoever has the most of them there loses the newest of the own ones. */
  most?: number
  /** Milliseconds, from any beginning. */
  now?: () => number
}

const PATIENCE = 2000
const MOST = 200
/** Nobody is told to come later than in so many milliseconds. */
const FARTHEST = 180_000
/** How much the newest task counts in what one is expected to take. */
const WEIGHT = 0.2

interface Waiting {
  begin(): void
  giveUp(busy: Busy): void
}

export class FairLine {
  readonly #rules: Required<LineRules>
  readonly #turns = new Turns<Waiting>()
  /** When the last of those should come again that were sent away, by network address. */
  readonly #called = new Map<string, number>()
  #running = 0
  #each: number

  constructor(rules: LineRules) {
    this.#rules = { most: MOST, now: () => performance.now(), ...rules }
    this.#each = rules.usual
  }

  /** How many wait. */
  get length(): number {
    return this.#turns.length
  }

  /** In its turn. @throws Busy */
  async run<T>(turn: Turn, task: () => Promise<T>): Promise<T> {
    if (turn.signal?.aborted) throw new Busy(1)
    if (this.#running < this.#rules.atOnce) this.#running += 1
    else await this.#wait(turn)
    try {
      if (turn.signal?.aborted) throw new Busy(1)
      return await this.#measured(task)
    } finally {
      const next = this.#turns.next()
      if (next) next.begin()
      else this.#running -= 1
    }
  }

  async #measured<T>(task: () => Promise<T>): Promise<T> {
    const { now } = this.#rules
    const began = now()
    const result = await task()
    this.#each += WEIGHT * (now() - began - this.#each)
    return result
  }

  async #wait(turn: Turn): Promise<void> {
    if (!this.#mayWait(turn)) {
      const seconds = this.#callAgain(turn)
      throw new Busy(seconds, this.#aheadIn(seconds))
    }
    const { promise, resolve: begin, reject: giveUp } = Promise.withResolvers<void>()
    const waiting: Waiting = { begin, giveUp }
    this.#turns.add(turn, waiting)
    if (this.length > this.#rules.most) this.#turns.loseOne()?.giveUp(new Busy(PATIENCE / 1000))
    const hangUp = () => {
      if (this.#turns.remove(turn, waiting)) giveUp(new Busy(1))
    }
    turn.signal?.addEventListener('abort', hangUp)
    return promise.finally(() => turn.signal?.removeEventListener('abort', hangUp))
  }

  #mayWait(turn: Turn): boolean {
    const ahead = this.#turns.ahead(turn)
    // Else nobody could wait where a task takes long, and whoever asks most often would always be the one who finds a free place.
    if (ahead < this.#rules.atOnce && this.#turns.count({ whose: turn.whose }) === 0) return true
    return this.#spell(ahead + 1) <= (turn.patience ?? PATIENCE)
  }

  /** Milliseconds until so many have begun. */
  #spell(tasks: number): number {
    return (this.#each * tasks) / this.#rules.atOnce
  }

  /** Tasks that will have begun by then. */
  #aheadIn(seconds: number): number {
    return Math.max(1, Math.floor((1000 * seconds * this.#rules.atOnce) / this.#each))
  }

  /** Seconds. Those of one address are called one after the other, as fast as they can be served: else all would come at once again. */
  #callAgain(turn: Turn): number {
    const now = this.#rules.now()
    const soonest = now + this.#spell(this.#turns.ahead(turn) + 1)
    // Whoever waits here already does not take the time of the neighbours.
    if (this.#turns.count(turn) > 0) return secondsIn(soonest - now)
    for (const [name, time] of this.#called) if (time < now) this.#called.delete(name)
    const last = this.#called.get(turn.whose) ?? 0
    const at = Math.min(now + FARTHEST, Math.max(soonest, last + this.#spell(this.#turns.addresses)))
    this.#called.set(turn.whose, at)
    return secondsIn(at - now)
  }
}

const secondsIn = (milliseconds: number) => Math.max(1, Math.ceil(milliseconds / 1000))
