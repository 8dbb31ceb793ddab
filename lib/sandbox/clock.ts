/** A clock that its owner can turn forward: real time plus an offset that lies in the sandbox's row. */
import { db } from '../db'

export interface SandboxClock {
  now(): Date
  /** Seconds ahead of the server's clock; never negative. */
  readonly offsetSeconds: number
}

/** Ten years: the sum of all turns stays far below what the column holds. */
export const MAX_OFFSET = 10 * 365 * 24 * 60 * 60

export class TurnableClock implements SandboxClock {
  constructor(
    private readonly sandboxId: string,
    public offsetSeconds: number,
  ) {}

  now(): Date {
    return new Date(Date.now() + this.offsetSeconds * 1000)
  }

  /** false: it would pass MAX_OFFSET; nothing is changed. */
  async advance(seconds: number): Promise<boolean> {
    if (this.offsetSeconds + seconds > MAX_OFFSET) return false
    this.offsetSeconds += seconds
    await this.store()
    return true
  }

  async reset(): Promise<void> {
    this.offsetSeconds = 0
    await this.store()
  }

  private async store(): Promise<void> {
    const data = { clockOffset: this.offsetSeconds }
    await db().sandbox.updateMany({ where: { id: this.sandboxId }, data })
  }
}
