/** What was done in lessons: brought from another browser, on paper, taken along and forgotten. What the text says is held by lib/lessons/progress. */
import { encode } from '@/lib/lessons/progress/text'
import { accessibilityFaults } from './accessible'
import { expect, test } from './fixtures'

/** Made elsewhere. */
const TEXT = encode({
  L08: {
    steps: {
      'who-obeys': { how: 'done', choice: 'session+jwt', sure: 'sure' },
      force: { how: 'shown' },
      refused: { how: 'skipped' },
    },
    now: null,
    done: false,
  },
})

test('a text from another browser is told, taken in, printed, taken along and forgotten', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto('/learn/record')
  await expect(page.getByText('Nothing yet.')).toBeVisible()
  const field = page.getByRole('textbox', { name: 'The text' })
  const look = page.getByRole('button', { name: 'Look at it' })
  for (const [text, told] of [
    ['', 'There is no text yet.'],
    ['eyJhbGciOiJIUzI1NiJ9.e30.sig', 'This is no text of this page'],
    [TEXT.replace('rm1', 'rm2'), 'from a newer version'],
    [TEXT.slice(0, -3), 'This text is not whole'],
  ] as const) {
    await field.fill(text)
    await look.click()
    await expect(page.getByRole('status').filter({ hasText: told })).toBeVisible()
  }

  await field.fill(TEXT)
  await look.click()
  await expect(page.getByRole('listitem').filter({ hasText: 'L08 Forced sign-out: 3 steps' })).toBeVisible()
  const lesson = page.getByRole('region', { name: /^L08/ })
  await expect(lesson).toBeHidden()
  await page.getByRole('button', { name: 'Take it in' }).click()
  await expect(page.getByRole('heading', { name: 'Bring it here' })).toBeFocused()
  await expect(lesson).toContainText('You said: session and jwt, sure.')
  await expect(lesson).toContainText('It came otherwise: session only.')
  await expect(lesson).toContainText('1 step skipped')
  await expect(lesson).toContainText('1 act shown')

  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Your text' })).toHaveValue(TEXT)
  // It outlives every sandbox, and asks for none.
  expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([])
  expect(await accessibilityFaults(page)).toEqual([])

  await page.emulateMedia({ media: 'print' })
  await expect(lesson).toBeVisible()
  await expect(page.getByText('Name: ____')).toBeVisible()
  await expect(look).toBeHidden()
  await page.emulateMedia({ media: 'screen' })

  const other = await page.context().newPage()
  await other.goto('/learn')
  const underWay = other.getByText('at step 4 of 9')
  await expect(underWay).toBeVisible()
  await page.getByRole('button', { name: 'Forget all of this' }).click()
  await expect(page.getByRole('button', { name: 'Keep it' })).toBeFocused()
  await page.getByRole('button', { name: 'Forget it' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(page.getByText('Nothing yet.')).toBeVisible()
  await expect(underWay).toBeHidden()
  expect(await page.evaluate(() => localStorage.getItem('remember-me:lessons'))).toBeNull()
})

for (const [path, width, colorScheme] of [
  ['/teach', 1280, 'light'],
  ['/ko/teach', 390, 'dark'],
  ['/learn/l08-forced-sign-out/key', 390, 'dark'],
] as const)
  test(`${path} at ${width} pixels: nothing sideways, axe finds nothing`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme })
    await page.goto(path)
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(wider).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
  })
