// Chromium, by Playwright.
import { chromium, type JSHandle } from '@playwright/test'
import { findBrowser } from '../browser.ts'
import { asJson, type Seat } from './seat.ts'

export async function chromiumSeat(): Promise<Seat> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath: await findBrowser(), args })
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  const page = await context.newPage()
  return {
    engine: 'Chromium',
    version: browser.version(),
    go: async (url) => void (await page.goto(url)),
    read: async (expression) => JSON.parse(await page.evaluate(asJson(expression))),
    press: async (element) => {
      const handle: JSHandle = await page.evaluateHandle(element)
      await handle.asElement()!.click()
    },
    cookies: async () =>
      (await context.cookies(page.url())).map(({ name, expires }) => ({
        name,
        expires: expires === -1 ? null : expires,
      })),
    forgetCookies: () => context.clearCookies(),
    resize: (width, height) => page.setViewportSize({ width, height }),
    picture: () => page.screenshot(),
    close: () => browser.close(),
  }
}
