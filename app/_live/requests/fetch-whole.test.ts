import { beforeEach, expect, test } from 'vitest'
import { type Browser, openBrowser, openTab } from '../testing'

let browser: Browser
beforeEach(() => {
  browser = openBrowser()
})

test('an exchange is called gone when the server says so, and not when it could not be asked', async () => {
  const tab = await openTab()
  await tab.start()
  const { fetchWhole } = await import('./fetch-whole')
  expect(await fetchWhole('e-1')).toBe('gone')
  const run = '/api/sandbox/labs/x06-tamper/runs/6c1d3a52-0000-4000-8000-000000000000/session'
  expect(await fetchWhole('e-1', run)).toBe('gone')
  browser.intercept = () => {
    throw new TypeError('connection refused')
  }
  expect(await fetchWhole('e-1')).toBe('not-now')
  browser.intercept = () => new Response(null, { status: 503 })
  expect(await fetchWhole('e-1')).toBe('not-now')
})
