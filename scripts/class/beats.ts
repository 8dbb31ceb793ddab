// When who acts: once in each period, at a moment that is drawn anew for each.
import type { Notebook } from './seen.ts'

export interface Rhythm {
  /** Milliseconds. */
  every: number
  /** The part of it over which the acts of one beat are spread. */
  jitter: number
  beats: number
}

/** Who is so many times as late has given up. */
const LATEST = 3

/**
 * Everybody waits for the own answers before the next act, as people do: where a server cannot keep up, fewer acts are begun.
 * @returns milliseconds from the first moment to the last answer
 */
export async function together<Visitor>(
  visitors: readonly Visitor[],
  { every, jitter, beats }: Rhythm,
  notes: Notebook,
  act: (visitor: Visitor) => Promise<void>,
): Promise<number> {
  const from = performance.now()
  const last = from + LATEST * beats * every
  await Promise.all(
    visitors.map(async (visitor) => {
      for (let beat = 0; beat < beats; beat++) {
        const moment = from + every * (beat + jitter * Math.random())
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, moment - performance.now())))
        if (performance.now() > last) notes.seen.missed++
        else await act(visitor)
      }
    }),
  )
  return performance.now() - from
}
