import { Stop } from '../say.mjs'

/** What the run asks of a browser, whoever drives it. One browser, one window in front, a store of its own. */
export interface Seat {
  engine: 'Chromium' | 'Firefox' | 'WebKitGTK'
  /** As the browser says it. */
  version: string
  go(url: string): Promise<void>
  /** The value of an expression of the page, as JSON carries it; a promise is waited for. */
  read<T>(expression: string): Promise<T>
  /** Clicks the element that the expression gives, as a visitor does: a window may open then. */
  press(element: string): Promise<void>
  /** Of the page in front, those with HttpOnly too. */
  cookies(): Promise<SeenCookie[]>
  forgetCookies(): Promise<void>
  resize(width: number, height: number): Promise<void>
  /** PNG of what is in sight. */
  picture(): Promise<Buffer>
  close(): Promise<void>
}

export interface SeenCookie {
  name: string
  /** Seconds since the epoch; null: it goes with the browser's session. */
  expires: number | null
}

/** A machine lacks something: what, and how to get it. */
export class Missing extends Stop {}

/** As one expression that gives a string, whatever the driver makes of values. */
export const asJson = (expression: string) =>
  `(async () => JSON.stringify((await (${expression})) ?? null))()`

/** Waits for a fact, and says which one did not come. Milliseconds. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | false>,
  most = 60_000,
): Promise<T> {
  const end = performance.now() + most
  for (;;) {
    const answer = await ask()
    if (answer) return answer
    if (performance.now() > end) throw new Error(`waited in vain: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
}
