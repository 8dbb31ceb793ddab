// A stock Firefox, by WebDriver BiDi (W3C): one WebSocket, no driver between, nothing to install but the browser.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../serve.ts'
import { firstOf, IN_UTC, started } from './program.ts'
import { asJson, Missing, type Seat, until } from './seat.ts'

const PLACES = [
  process.env.FIREFOX_PATH,
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
]

interface BidiCookie {
  name: string
  expiry?: number
}

export async function firefoxSeat(): Promise<Seat> {
  const path = firstOf(PLACES)
  if (!path) throw new Missing('Firefox (Debian: apt-get install firefox-esr; or FIREFOX_PATH)')
  const profile = mkdtempSync(join(tmpdir(), 'remember-me-firefox-'))
  const port = await freePort()
  const program = started(
    path,
    [
      ...['--headless', '--no-remote', '--new-instance', '--profile', profile],
      `--remote-debugging-port=${port}`,
    ],
    IN_UTC,
  )
  const bidi = await connected(`ws://127.0.0.1:${port}/session`)
  const { capabilities } = await bidi('session.new', {
    capabilities: { alwaysMatch: { acceptInsecureCerts: true } },
  })
  const { contexts } = await bidi('browsingContext.getTree', {})
  const context: string = contexts[0].context
  const evaluate = async (expression: string) => {
    const said = await bidi('script.evaluate', {
      ...{ expression, awaitPromise: true, userActivation: true, target: { context } },
    })
    if (said.type === 'exception') throw new Error(said.exceptionDetails.text)
    return said.result
  }
  const partition = { type: 'context', context }
  return {
    engine: 'Firefox',
    version: capabilities.browserVersion,
    go: (url) => bidi('browsingContext.navigate', { context, url, wait: 'complete' }),
    read: async (expression) => JSON.parse((await evaluate(asJson(expression))).value),
    press: (element) => evaluate(`void (${element}).click()`),
    cookies: async () =>
      (await bidi('storage.getCookies', { partition })).cookies.map(({ name, expiry }: BidiCookie) => ({
        name,
        expires: expiry ?? null,
      })),
    forgetCookies: () => bidi('storage.deleteCookies', { partition }),
    resize: (width, height) => bidi('browsingContext.setViewport', { context, viewport: { width, height } }),
    picture: async () =>
      Buffer.from((await bidi('browsingContext.captureScreenshot', { context })).data, 'base64'),
    close: async () => {
      await bidi('browser.close', {}).catch(() => null)
      await program.end()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

// biome-ignore lint/suspicious/noExplicitAny: each command has a result of its own.
type Send = (method: string, params: object) => Promise<any>

async function connected(url: string): Promise<Send> {
  const socket = await until('Firefox listens', () => opened(url))
  const waiting = new Map<number, { done: (result: unknown) => void; failed: (why: Error) => void }>()
  let last = 0
  socket.addEventListener('message', ({ data }) => {
    const { id, type, result, error, message } = JSON.parse(String(data))
    const asked = waiting.get(id)
    waiting.delete(id)
    if (type === 'error') asked?.failed(new Error(`${error}: ${message}`))
    else asked?.done(result)
  })
  socket.addEventListener('close', () => {
    for (const { failed } of waiting.values()) failed(new Error('Firefox has hung up'))
  })
  return (method, params) =>
    new Promise((done, failed) => {
      last += 1
      waiting.set(last, { done, failed })
      socket.send(JSON.stringify({ id: last, method, params }))
    })
}

const opened = (url: string) =>
  new Promise<WebSocket | null>((resolve) => {
    const socket = new WebSocket(url)
    socket.addEventListener('open', () => resolve(socket))
    socket.addEventListener('error', () => resolve(null))
  })
