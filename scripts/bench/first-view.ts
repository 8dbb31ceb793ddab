// How long the first view of a page keeps the main thread of a phone busy, beside the bare page of this framework.
import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, type CDPSession, chromium } from '@playwright/test'
import { findBrowser } from '../browser.ts'
import { type Ratio, ratioOf } from '../statistics.ts'

/** A processor so many times slower than this one stands for a phone's. */
const SLOWER = 4
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
/** Milliseconds: looked at so often; quiet when the main thread was busy for less than `most` of `quiet`; not longer than `longest`. */
const LOOK = { every: 500, quiet: 2000, most: 400, longest: 30_000 }
/** Milliseconds: what is longer blocks (Long Tasks API). */
const LONG_TASK = 50

/** Milliseconds of one first view, with nothing of an earlier visit. */
interface FirstView {
  /** Main thread: script, style, layout, parsing, painting. */
  busy: number
  /** What each task took beyond 50 ms. */
  blocked: number
}

export interface FirstViewRatio {
  path: string
  busy: Ratio
  blocked: Ratio
  /** Milliseconds, mean of the rounds. */
  milliseconds: number
}

/** Round by round each page after the bare one. @param bare, origin whole URLs */
export async function firstViews(bare: string, origin: string, paths: readonly string[], rounds: number) {
  const executablePath = await findBrowser()
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const seen: Record<string, FirstView[]> = {
    bare: [],
    ...Object.fromEntries(paths.map((path) => [path, []])),
  }
  try {
    for (let round = 0; round < rounds; round++) {
      seen.bare!.push(await firstView(browser, bare))
      for (const path of paths) seen[path]!.push(await firstView(browser, origin + path))
    }
  } finally {
    await browser.close()
  }
  const ratio = (path: string, of: keyof FirstView) =>
    ratioOf(
      seen[path]!.map((view) => view[of]),
      seen.bare!.map((view) => Math.max(1, view[of])),
    )
  return paths.map((path): FirstViewRatio => {
    const milliseconds = seen[path]!.reduce((sum, { busy }) => sum + busy, 0) / rounds
    return { path, busy: ratio(path, 'busy'), blocked: ratio(path, 'blocked'), milliseconds }
  })
}

async function firstView(browser: Browser, url: string): Promise<FirstView> {
  const context = await browser.newContext(PHONE)
  try {
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Performance.enable')
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    await page.addInitScript(countLongTasks)
    const before = await busyOf(devtools)
    await page.goto(url, { waitUntil: 'load', timeout: LOOK.longest })
    const busy = (await whenQuiet(devtools)) - before
    const tasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks)
    return { busy, blocked: tasks.reduce((sum, task) => sum + task - LONG_TASK, 0) }
  } finally {
    await context.close()
  }
}

/** Runs in the page. */
function countLongTasks() {
  const tasks: number[] = []
  Object.assign(window, { longTasks: tasks })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration)
  }).observe({ type: 'longtask', buffered: true })
}

/** Milliseconds of the main thread so far. */
async function busyOf(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0)
}

/** Waits until little happens. A page that ticks once a second is quiet. */
async function whenQuiet(devtools: CDPSession): Promise<number> {
  const looks = [await busyOf(devtools)]
  const span = LOOK.quiet / LOOK.every
  for (let waited = 0; waited < LOOK.longest; waited += LOOK.every) {
    await sleep(LOOK.every)
    looks.push(await busyOf(devtools))
    if (looks.length > span && looks.at(-1)! - looks.at(-1 - span)! < LOOK.most) break
  }
  return looks.at(-1)!
}
