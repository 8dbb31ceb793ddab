// WebKitGTK by WebDriver (W3C), on a screen that nobody sees.
import { existsSync } from 'node:fs'
import { freePort } from '../serve.ts'
import { firstOf, IN_UTC, started } from './program.ts'
import { asJson, Missing, type Seat, until } from './seat.ts'

const DRIVERS = [process.env.WEBKIT_DRIVER, '/usr/bin/WebKitWebDriver']
const SCREENS = ['/usr/bin/Xvfb']
/** How the protocol names an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

interface DriverCookie {
  name: string
  expiry?: number
}

export async function webkitSeat(): Promise<Seat> {
  const driver = firstOf(DRIVERS)
  const screen = firstOf(SCREENS)
  if (!driver || !screen)
    throw new Missing('WebKitGTK and a screen (Debian: apt-get install webkit2gtk-driver xvfb)')
  const display = `:${await freeDisplay()}`
  const shown = started(screen, [display, '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'])
  const port = await freePort()
  const program = started(driver, ['-p', String(port)], { ...IN_UTC, DISPLAY: display })
  const base = `http://127.0.0.1:${port}`
  await until('WebKitWebDriver listens', () => fetch(`${base}/status`).catch(() => null))
  const made = await call(`${base}/session`, 'POST', {
    capabilities: { alwaysMatch: { acceptInsecureCerts: true, timeouts: { script: 60_000 } } },
  })
  const session = `${base}/session/${made.sessionId}`
  const run = (script: string) => call(`${session}/execute/async`, 'POST', { script, args: [] })
  return {
    engine: 'WebKitGTK',
    version: made.capabilities.browserVersion,
    go: (url) => call(`${session}/url`, 'POST', { url }),
    read: async (expression) => {
      const done = 'arguments[arguments.length - 1]'
      const said = await run(
        `const done = ${done}; ${asJson(expression)}.then((value) => done([value]), (why) => done({ why: String(why) }))`,
      )
      if (!Array.isArray(said)) throw new Error(said.why)
      return JSON.parse(said[0])
    },
    press: async (element) => {
      const found = await run(`arguments[arguments.length - 1](${element})`)
      await call(`${session}/element/${found[ELEMENT]}/click`, 'POST', {})
    },
    cookies: async () =>
      (await call(`${session}/cookie`, 'GET')).map(({ name, expiry }: DriverCookie) => ({
        name,
        // Past 2038 this driver counts in 32 bits.
        expires: expiry === undefined ? null : expiry < 0 ? expiry + 2 ** 32 : expiry,
      })),
    forgetCookies: () => call(`${session}/cookie`, 'DELETE'),
    resize: (width, height) => resized(session, run, width, height),
    picture: async () => Buffer.from(await call(`${session}/screenshot`, 'GET'), 'base64'),
    close: async () => {
      await call(session, 'DELETE').catch(() => null)
      await program.end()
      await shown.end()
    },
  }
}

/** The frame of the window counts in the protocol, and not for us. */
async function resized(
  session: string,
  run: (script: string) => Promise<{ width: number; height: number }>,
  width: number,
  height: number,
) {
  await call(`${session}/window/rect`, 'POST', { width, height })
  const inner = await run('arguments[arguments.length - 1]({ width: innerWidth, height: innerHeight })')
  const more = { width: 2 * width - inner.width, height: 2 * height - inner.height }
  await call(`${session}/window/rect`, 'POST', more)
}

async function freeDisplay() {
  for (let number = 90; ; number++) if (!existsSync(`/tmp/.X11-unix/X${number}`)) return number
}

// biome-ignore lint/suspicious/noExplicitAny: each command has a value of its own.
async function call(url: string, method: string, body?: object): Promise<any> {
  const answer = await fetch(url, {
    method,
    ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const { value } = (await answer.json()) as { value: { error?: string; message?: string } }
  if (!answer.ok) throw new Error(`${value.error}: ${value.message}`)
  return value
}
