/** Cookies blocked in the browser's settings: locks and storage are refused, too, with exceptions. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { catalogue } from './worded-page'

test('every page says so, asks for one sandbox, and claims nothing else', async ({
  playwright,
  launchOptions,
  baseURL,
}) => {
  const profile = mkdtempSync(join(tmpdir(), 'remember-me-profile-'))
  mkdirSync(join(profile, 'Default'))
  // 2: block, as in chrome://settings/content/siteData
  const preferences = { profile: { default_content_setting_values: { cookies: 2 } } }
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(preferences))
  const context = await playwright.chromium.launchPersistentContext(profile, { ...launchOptions, baseURL })
  for (const path of ['/', '/session', '/labs/x06-tamper', '/bench', '/ko']) {
    const page = await context.newPage()
    const said: string[] = []
    const asked: string[] = []
    page.on('pageerror', ({ message }) => said.push(message))
    page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`))
    await page.goto(path)
    const shop = catalogue(path === '/ko' ? 'ko' : 'en', 'shop')
    await expect(page.getByText(shop('phase.cookies-blocked'))).toBeVisible()
    await expect(page.getByRole('button', { name: shop('phase.reload') })).toBeEnabled()
    expect([path, asked.filter((one) => one === 'POST /api/sandbox').length, said]).toEqual([path, 1, []])
    // Refused are not only cookies, or this test shows nothing.
    expect(
      await page.evaluate(() =>
        navigator.locks
          .request('probe', () => 'given')
          .then(
            (given) => given,
            ({ name }) => name,
          ),
      ),
    ).toBe('SecurityError')
    await expect(page.getByText(/no longer knows it/)).toHaveCount(0)
    await page.close()
  }
  await context.close()
  rmSync(profile, { recursive: true, force: true })
})
