/** A clock that its owner can turn forward: real time plus an offset that lies in the sandbox's row. */
import { z } from 'zod'
import { db } from '@/lib/db/client'

export interface SandboxClock {
  now(): Date
  /** Seconds ahead of the server's clock; never negative. */
  readonly offsetSeconds: number
}

/** Ten years: the sum of all turns stays far below what the column holds. */
export const MOST_OFFSET = 10 * 365 * 24 * 60 * 60

export const ClockTurn = z
  .strictObject({
    advanceSeconds: z.int().min(1).max(31_536_000).optional(),
    reset: z.literal(true).optional(),
  })
  .refine((turn) => (turn.advanceSeconds === undefined) !== (turn.reset === undefined), 'one of the two')
export type ClockTurn = z.infer<typeof ClockTurn>

export class TurnableClock implements SandboxClock {
  constructor(
    private readonly sandboxId: string,
    public offsetSeconds: number,
  ) {}

  now(): Date {
    return new Date(Date.now() + this.offsetSeconds * 1000)
  }

  /** false: it would pass MOST_OFFSET; nothing is changed. */
  async turn(turn: ClockTurn): Promise<boolean> {
    const before = this.offsetSeconds
    const offset = turn.reset ? 0 : before + (turn.advanceSeconds ?? 0)
    if (offset > MOST_OFFSET) return false
    this.offsetSeconds = offset
    try {
      await db().sandbox.updateMany({ where: { id: this.sandboxId }, data: { clockOffset: offset } })
    } catch (error) {
      this.offsetSeconds = before
      throw error
    }
    return true
  }
}
