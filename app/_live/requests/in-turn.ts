/** Asks again when the server's line was too long: it has said when. */
import type { Answer } from './http'

const MOST_TRIES = 4
/** Seconds, where the server did not say. */
const USUAL = 5

interface Waiting {
  /** Is told before each wait: whole seconds, and how many come before; null: the server did not say. */
  waits(seconds: number, ahead: number | null): void
  /** Looked at after each wait. */
  wanted(): boolean
}

/** How many come before, in a problem answer `busy`; null: the server did not say. */
export const aheadIn = (body: unknown): number | null => (body as { ahead?: number } | null)?.ahead ?? null

export async function inTurn<Body>(
  ask: () => Promise<Answer<Body>>,
  { waits, wanted }: Waiting,
): Promise<Answer<Body>> {
  for (let tries = 1; ; tries++) {
    const answer = await ask()
    if (answer.code !== 'busy' || tries === MOST_TRIES || !wanted()) return answer
    const seconds = answer.retryAfter ?? USUAL
    waits(seconds, aheadIn(answer.body))
    // A little later, and not all together: a whole class may have been told the same.
    await new Promise((resolve) => setTimeout(resolve, 1000 * seconds * (1 + Math.random() / 4)))
    if (!wanted()) return answer
  }
}
