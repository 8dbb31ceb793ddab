/** For a test that waits for a fact. */

/** The real one, also where a test turns the clock by hand. */
const { setTimeout: after } = globalThis
/** Milliseconds between two looks. */
const EVERY = 10
/** As many as a test may take, but for a few: so it says what was not so. */
const PATIENCE = 25_000

/**
 * Resolves as soon as the fact is one: it is not false, and throws nothing. It is given all the time of the test. Vitest's own `vi.waitFor`,
 * `vi.waitUntil` and `expect.poll` give up after a second, in which a busy machine may have done nothing, and turn a faked clock meanwhile.
 */
export async function until(fact: () => unknown): Promise<void> {
  let said: unknown
  for (let looks = 0; looks < PATIENCE / EVERY; looks++) {
    try {
      if ((await fact()) !== false) return
      said = new Error(`It is still not so: ${fact}`)
    } catch (error) {
      said = error
    }
    await new Promise((resolve) => after(resolve, EVERY))
  }
  throw said
}
