/** The workbench: what the server says to a changed credential, and what a page can tell of a text by itself. */

import type { Page } from '@playwright/test'
import english from '@/lib/i18n/messages/en/bench.json' with { type: 'json' }
import korean from '@/lib/i18n/messages/ko/bench.json' with { type: 'json' }
import { accessibilityFaults } from './accessible'
import { expect, LANES, type Lane, test } from './fixtures'

const bench = (page: Page) => page.getByRole('region', { name: 'Change it and send it' })
const text = (page: Page) => page.getByRole('textbox', { name: 'Text of the credential' })
const pasted = (page: Page) => page.getByRole('textbox', { name: 'JWT or Set-Cookie line' })

/** Signs in there and opens what the laptop holds. */
async function opened(page: Page, lane: Lane) {
  await page.goto('/bench')
  await bench(page).getByRole('radio', { name: lane }).press('Space')
  await bench(page).getByRole('button', { name: 'Open what it holds' }).click()
  await bench(page).getByRole('button', { name: 'Sign in as Mina there' }).click()
  await expect(bench(page).getByText('As the device holds it.')).toBeVisible()
}

async function sent(page: Page, edit?: string) {
  if (edit) await bench(page).getByRole('button', { name: edit, exact: true }).click()
  await bench(page).getByRole('button', { name: 'Send it' }).click()
  return bench(page).getByRole('region', { name: 'Answer' })
}

for (const lane of LANES)
  test(`${lane}: the very text lets in, a changed one does not, and the panel has both`, async ({ page }) => {
    await opened(page, lane)
    const letIn = await sent(page)
    await expect(letIn).toContainText('200')
    await expect(letIn).toContainText('mina@shop.example')
    const refused = await sent(page, 'one character of the payload')
    await expect(refused).toContainText('401')
    await expect(refused).toContainText('Reason, kept from the client:')
    await expect(bench(page).getByText('Changed. The device still holds the old one.')).toBeVisible()
    await refused.getByRole('link', { name: new RegExp(`panel of ${lane}`) }).click()
    await expect(page).toHaveURL(new RegExp(`/${lane}\\?step=`))
    await expect(page.getByText(new RegExp(`^GET /api/${lane}/.*/attacker/me`))).toBeVisible()
    await expect(page.getByText(/401 Unauthorized/).first()).toBeVisible()
  })

test('a token without a signature is refused, whatever its header says', async ({ page }) => {
  await opened(page, 'jwt')
  const answer = await sent(page, 'alg: none')
  await expect(answer).toContainText('401')
  await expect(bench(page).getByRole('row', { name: /header alg none/ })).toBeVisible()
})

test('what cannot stand in one field is not sent', async ({ page }) => {
  await opened(page, 'session')
  await text(page).fill('a\nX-Other: 1')
  await bench(page).getByRole('button', { name: 'Send it' }).click()
  await expect(bench(page).getByText(/^Not sent: only printable ASCII/)).toBeVisible()
})

test('a pasted text is decoded in the page and never leaves it', async ({ page }) => {
  await page.goto('/bench')
  await expect(bench(page).getByRole('button', { name: 'Open what it holds' })).toBeEnabled()
  await expect.poll(() => page.evaluate(() => document.readyState)).toBe('complete')
  const requests: string[] = []
  page.on('request', (request) => requests.push(`${request.url()} ${request.postData() ?? ''}`))
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  await pasted(page).fill(
    `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: 'secret-name', exp: 1 })}.c2ln`,
  )
  await expect(page.getByRole('row', { name: /claims sub secret-name/ })).toBeVisible()
  await expect(page.getByText(/Not verified: only who has the key can/)).toBeVisible()
  await pasted(page).fill('Set-Cookie: __Host-a=secret-name; Path=/x; Secure; HttpOnly; Partitioned')
  await expect(page.getByRole('row', { name: /Partitioned/ })).toContainText(
    'Not an attribute of RFC 6265bis',
  )
  await expect(page.getByText('Ignore it.')).toBeVisible()
  await pasted(page).fill('a=secret-name; Max-Age=60')
  await expect(page.getByRole('region', { name: 'A Set-Cookie line' }).getByText(/^Keep it/)).toBeVisible()
  // Files of the build come when a part of the page is first drawn: a plain path carries nothing of what was pasted.
  expect(requests.filter((request) => !/\/_next\/static\/[\w./-]+ $/.test(request))).toEqual([])
  expect(requests.filter((request) => request.includes('secret-name'))).toEqual([])
})

test('a pasted token is shown as it is written, to the last digit', async ({ page }) => {
  await page.goto('/bench')
  const part = (json: string) => Buffer.from(json).toString('base64url')
  const claims = [
    '"sub":100000000000000013',
    '"uid":18446744073709551615',
    '"w":3.0',
    '"e":1.5e400',
    '"exp":1830000000000',
    '"iat":1830000000000000',
    '"name":"\u202enimda"',
    '"uid":1',
  ]
  await pasted(page).fill(
    `${part('{"alg":"HS256","n":9007199254740993}')}.${part(`{${claims.join()}}`)}.c2ln`,
  )
  const row = (name: string) => page.getByRole('row', { name: new RegExp(`^\\S+ ${name} `) })
  await expect(row('n')).toContainText('9007199254740993')
  await expect(row('sub')).toContainText('100000000000000013')
  await expect(row('uid').first()).toContainText('18446744073709551615')
  await expect(row('uid').first()).toContainText('This name comes more than once.')
  await expect(row('w')).toContainText('3.0')
  await expect(row('e')).toContainText('1.5e400')
  await expect(row('exp')).toContainText('1830000000000')
  await expect(row('exp')).toContainText('It looks like milliseconds.')
  await expect(row('iat')).toContainText('lie outside of the years 1 to 9999')
  await expect(row('name')).toContainText('U+202Enimda')
})

test('an edit changes what it names, and nothing else', async ({ page }) => {
  await page.goto('/bench')
  const part = (json: string) => Buffer.from(json).toString('base64url')
  await text(page).fill(
    `${part('{"alg":"HS256"}')}.${part('{"uid":18446744073709551615,"exp":1830000000}')}.c2ln`,
  )
  await bench(page).getByRole('button', { name: 'one hour longer' }).click()
  const claims = Buffer.from((await text(page).inputValue()).split('.')[1]!, 'base64url').toString()
  expect(claims).toBe('{"uid":18446744073709551615,"exp":1830003600}')
})

test('a text is shown and never becomes markup', async ({ page }) => {
  await opened(page, 'session')
  const markup = '<img src=x onerror="document.title=1">'
  await text(page).fill(markup)
  await bench(page).getByRole('button', { name: 'Send it' }).click()
  await expect(bench(page).getByRole('region', { name: 'Answer' })).toContainText('401')
  await pasted(page).fill(`a=${markup}; Path=${markup}`)
  await expect(page.getByRole('cell', { name: markup }).first()).toBeVisible()
  expect(await page.locator('main img').count()).toBe(0)
})

for (const [width, path] of [
  [1440, '/bench'],
  [390, '/bench'],
  [1440, '/ko/bench'],
  [390, '/ko/bench'],
] as const)
  test(`no accessibility fault and no sideways scrolling, ${width} ${path}`, async ({ page, site }) => {
    await site.act('Sign in as Mina', 'sign-in')
    await page.setViewportSize({ width, height: 844 })
    await page.goto(path)
    await page.getByRole('radio', { name: 'jwt' }).press('Space')
    const words = path === '/bench' ? english : korean
    await page.getByRole('button', { name: words.choose.open }).click()
    await expect(page.getByRole('table', { name: words.opened.caption })).toBeVisible()
    await page.getByRole('button', { name: words.send.go }).click()
    await expect(page.getByRole('region', { name: words.answer.title })).toBeVisible()
    await page.getByRole('textbox', { name: words.paste.text }).fill('a=b; Path=/; Partitioned')
    await expect(page.getByRole('heading', { name: words.cookie.expected })).toBeVisible()
    expect(await accessibilityFaults(page)).toEqual([])
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(wider).toBe(0)
  })
