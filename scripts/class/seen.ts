// What a slice of a class has seen. Everybody notes into the same one, and the next slice begins with a new one.

/** Milliseconds, where nothing else is said. */
export class Seen {
  /** Of each answer. */
  readonly answers: number[] = []
  /** From the sending of a change to its event in the open stream. */
  readonly told: number[] = []
  /** How often, by what came in place of an answer that was wanted. */
  readonly refused = new Map<string, number>()
  timedOut = 0
  /** Sent again on another connection, as a browser does, because the first was let go in the same moment. */
  repeated = 0
  /** Acts that were due and not begun: the one before took too long. */
  missed = 0

  refuse(why: string): void {
    this.refused.set(why, (this.refused.get(why) ?? 0) + 1)
  }

  get refusals(): number {
    return [...this.refused.values()].reduce((sum, count) => sum + count, 0)
  }
}

/** Where all of a class note now. */
export interface Notebook {
  seen: Seen
}
