/** Which browser runs all this: for the summary of the run, and for lib/browsers/measured.json when a run writes it (scripts/measured.ts). */
import { expect, test } from '@playwright/test'

test('the browser says its version', async ({ browser }, { annotations }) => {
  const version = browser.version()
  expect(version).toMatch(/^\d+(\.\d+){3}$/)
  annotations.push({ type: 'browser version', description: version })
})
