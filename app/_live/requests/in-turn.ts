/** Asks again when the server's line was too long: it has said when. */
import type { Answer } from './http'

const MOST_TRIES = 4
/** Seconds, where the server did not say. */
const USUAL = 5

/** For `n` whole seconds; `ahead`: how many come before, 0 where the server does not say. */
export type Wait = { n: number; ahead: number }

interface Waiting {
  /** Is told before each wait. */
  waits(wait: Wait): void
  /** Looked at after each wait. */
  wanted(): boolean
}

/** How many come before, in a problem answer `busy`; 0: the server did not say. */
export const aheadIn = (body: unknown): number => (body as { ahead?: number } | null)?.ahead ?? 0

export async function inTurn<Body>(
  ask: () => Promise<Answer<Body>>,
  { waits, wanted }: Waiting,
): Promise<Answer<Body>> {
  for (let tries = 1; ; tries++) {
    const answer = await ask()
    if (answer.code !== 'busy' || tries === MOST_TRIES || !wanted()) return answer
    const n = answer.retryAfter ?? USUAL
    waits({ n, ahead: aheadIn(answer.body) })
    // A little later, and not all together: a whole class may have been told the same.
    await new Promise((resolve) => setTimeout(resolve, 1000 * n * (1 + Math.random() / 4)))
    if (!wanted()) return answer
  }
}
