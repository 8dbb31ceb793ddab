// From the click to the painted panel, in a browser: one act in all three lanes, until the timeline shows all three exchanges of it and the
// frame that draws them is over.
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium, type Locator, type Page } from '@playwright/test'
import { findBrowser } from '../browser.ts'

const LANES = 3
/** Milliseconds between two acts, and after which a panel that is not painted is given up. */
const PAUSE = 300
const PATIENCE = 20_000

export interface Painted {
  /** Milliseconds. */
  times: number[]
  /** Acts that no panel showed in time. */
  lost: number
}

/** A visitor's page with the whole timeline open. */
export class Spectator {
  readonly page: Page
  readonly end: () => Promise<void>

  private constructor(page: Page, end: () => Promise<void>) {
    this.page = page
    this.end = end
  }

  static async come(origin: string): Promise<Spectator> {
    const executablePath = await findBrowser()
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    try {
      const page = await browser.newPage()
      await page.goto(`${origin}/`)
      const spectator = new Spectator(page, () => browser.close())
      await spectator.#button('Sign in as Mina').click({ timeout: PATIENCE })
      await page.getByRole('button', { name: 'The whole timeline' }).click()
      await spectator.#timeline.getByRole('table').waitFor()
      await spectator.acts(2)
      return spectator
    } catch (error) {
      await browser.close()
      throw error
    }
  }

  async acts(count: number): Promise<Painted> {
    const seen: Painted = { times: [], lost: 0 }
    for (let nth = 0; nth < count; nth++) {
      const time = await this.#timeline.evaluate(clickAndWait, { lanes: LANES, patience: PATIENCE })
      if (time === null) seen.lost++
      else seen.times.push(time)
      await sleep(PAUSE)
    }
    return seen
  }

  get #timeline(): Locator {
    return this.page.getByRole('region', { name: 'Timeline' })
  }

  #button = (name: string) => this.page.getByRole('button', { name, exact: true })
}

/** Runs in the page. @returns milliseconds; null: it took too long */
function clickAndWait(timeline: Element, { lanes, patience }: { lanes: number; patience: number }) {
  const marks = () => timeline.querySelectorAll('td button').length
  const add = [...document.querySelectorAll('button')].find(
    (button) => (button.getAttribute('aria-label') ?? button.textContent)?.trim() === 'Add Apple',
  )
  const wanted = marks() + lanes
  return new Promise<number | null>((resolve) => {
    const from = performance.now()
    const timer = setTimeout(() => done(null), patience)
    // A task after the frame that has it: the pixels are there.
    const afterPaint = () =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => done(performance.now() - from)
        port2.postMessage(null)
      })
    const watch = new MutationObserver(() => {
      if (marks() < wanted) return
      watch.disconnect()
      afterPaint()
    })
    const done = (time: number | null) => {
      clearTimeout(timer)
      watch.disconnect()
      resolve(time)
    }
    watch.observe(timeline, { childList: true, subtree: true })
    add?.click()
  })
}
