/** The line of what just happened: one message an act, to eye and ear; the path of the first acts; and where the focus goes. */
import type { Page } from '@playwright/test'
import { accessibilityFaults } from './accessible'
import { anotherVisitor, expect, Site, test } from './fixtures'

/** The one live region of the page, without what only counts on in sight. */
const line = (page: Page) => page.locator('main').getByRole('status').first()

/** A live region keeps its last sentence only. @returns all messages so far, each once */
async function everythingSaid(page: Page): Promise<() => Promise<string[]>> {
  const said: string[] = []
  await page.exposeFunction('noteSaid', (text: string) => void said.push(text))
  await page.evaluate(() => {
    const { noteSaid } = window as unknown as { noteSaid(text: string): void }
    const heard = (node: Node): string => {
      if (node instanceof Element && node.getAttribute('aria-hidden') === 'true') return ''
      if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? ''
      return [...node.childNodes].map(heard).join('')
    }
    const isHeard = (node: Node) => {
      const element = node instanceof Element ? node : node.parentElement
      return element?.closest('[role=status], [aria-live=polite]') && !element.closest('[aria-hidden=true]')
    }
    // As the browser does it: one message for all that changed at once.
    const watch = new MutationObserver((changes) => {
      const regions = changes
        .filter(({ target }) => isHeard(target))
        .map(
          ({ target }) =>
            (target instanceof Element ? target : target.parentElement!).closest(
              '[role=status], [aria-live=polite]',
            )!,
        )
      for (const region of new Set(regions)) if (heard(region).trim()) noteSaid(heard(region).trim())
    })
    watch.observe(document.body, { childList: true, characterData: true, subtree: true })
  })
  return async () => [...said]
}

const added = (n: number) => `Apple added. Let in by all three lanes: Apple × ${n} in the cart.`

test.describe('a screen reader', () => {
  test('hears two equal acts as two messages, and nothing that counts', async ({ site, page }) => {
    const said = await everythingSaid(page)
    await site.act('Add Apple', 'cart.add')
    await expect.poll(said).toEqual([added(1)])
    await site.act('Add Apple', 'cart.add')
    await expect.poll(said).toEqual([added(1), added(2)])
  })

  test('hears the forced sign-out as one message, its cause first', async ({ site, page }) => {
    await site.act('Add Apple', 'cart.add')
    await site.act('Sign in as Mina', 'sign-in')
    await expect(line(page)).toContainText('Mina signed in')
    const said = await everythingSaid(page)
    await site.button('Force sign-out everywhere').click()
    await expect(line(page)).toContainText('ended every sign-in of Mina')
    const [message, ...more] = await said()
    expect(more).toEqual([])
    expect(message).toMatch(
      /^Sam, support, ended every sign-in of Mina\. session refused the very next request, its cart gone with the row \(by this design\); jwt goes on for \d+\ss; cookie goes on, the shop cannot reach it\.$/,
    )
    // The clock that cuts jwt off: one message more, and it says why.
    await page.getByRole('button', { name: 'Turn the server clock 15 minutes on' }).click()
    await expect(line(page)).toContainText('The server’s clock is 15 min ahead')
    await expect(line(page)).toContainText('jwt was refused at expiry')
    expect((await said()).length).toBe(2)
  })

  test('hears the device, a step of the past, and the way back', async ({ site, page }) => {
    const said = await everythingSaid(page)
    await site.act('Add Apple', 'cart.add')
    await expect.poll(said).toHaveLength(1)
    await page.goto('/?step=1')
    await expect(line(page)).toContainText(
      /^Step 1 of \d, read the cart, as it was at \d\d:\d\d:\d\d\. Nothing is sent/,
    )
    await page.getByRole('button', { name: /Back to live/ }).click()
    await expect(line(page)).toHaveText('Back to live: you see what is now.')
    await site.device('phone')
    await expect(line(page)).toContainText('You act from the phone now')
  })

  test('hears nothing twice when the page changes', async ({ site, page }) => {
    const said = await everythingSaid(page)
    await site.act('Add Apple', 'cart.add')
    await expect.poll(said).toEqual([added(1)])
    await page.getByRole('link', { name: 'session', exact: true }).first().click()
    await page
      .locator('main')
      .getByRole('button', { name: /^Apple/ })
      .first()
      .click()
    const own = 'Apple added. Let in by session: Apple × 2 in the cart.'
    await expect.poll(async () => (await said()).at(-1)).toBe(own)
    expect((await said()).filter((one) => one === added(1))).toHaveLength(1)
  })
})

for (const path of ['/', '/session'])
  test(`one region speaks on ${path}`, async ({ page, site }) => {
    await site.act('Sign in as Mina', 'sign-in')
    await page.goto(path)
    await expect(line(page)).toContainText('The page was loaded anew')
    await expect(page.locator('main').locator('[role=status], [role=alert], [aria-live]')).toHaveCount(1)
  })

test('before anything has happened the statement stands there, and it stays the title', async ({
  site,
  page,
}) => {
  const title = page.getByRole('heading', { level: 1 })
  await expect(title).toHaveText('HTTP forgets.')
  await expect(page.getByText('So a shop must remember you somewhere.')).toBeVisible()
  await site.act('Add Apple', 'cart.add')
  await expect(line(page)).toContainText('Apple added')
  await expect(title).toHaveCount(1)
  await expect(page.getByText('So a shop must remember you somewhere.')).toHaveCount(0)
})

test('a server that is gone is told, and nothing is claimed', async ({ page, site }) => {
  await site.act('Add Apple', 'cart.add')
  await page.route('**/api/**', (route) => route.abort())
  await site.button('Add Apple').click()
  await expect(line(page)).toContainText(
    'The server could not be reached. Nothing is known to be done in all three lanes',
  )
})

test.describe('the path', () => {
  test.use({ firstVisit: true })
  const path = (page: Page) => page.getByRole('group', { name: 'The five acts' })
  const question = (page: Page) => page.getByRole('radiogroup', { name: /Which lanes refuse/ })
  const walk = async (site: Site) => {
    await site.act('Add Apple', 'cart.add')
    await site.act('Sign in as Mina', 'sign-in')
  }

  test('leads to each control by keyboard, notices what was done, and is gone for who has walked it', async ({
    site,
    page,
  }) => {
    await expect(path(page)).toContainText('0 of 5')
    await path(page).getByRole('button', { name: 'add an apple' }).click()
    await expect(site.button('Add Apple')).toBeFocused()
    // After a press of the mouse the focus alone is not to be seen.
    await expect(site.button('Add Apple')).toHaveCSS('outline-width', '3px')
    await path(page).getByRole('button', { name: 'add an apple' }).click()
    await expect(page.locator('[data-pointed]')).toHaveCount(1)
    await walk(site)
    await expect(page.locator('[data-pointed]')).toHaveCount(0)
    await expect(path(page)).toContainText('2 of 5')
    // It takes itself up again after a reload.
    await page.reload()
    await path(page).getByRole('button', { name: 'predict' }).press('Enter')
    await expect(question(page).getByRole('radio', { name: 'all three' })).toBeFocused()
    // Nothing on the page says it before.
    await expect(page.getByText('A forced sign-out would bite: when?')).toHaveCount(3)
    await page.keyboard.press('ArrowRight')
    await expect(path(page)).toContainText('3 of 5')
    await page.reload()
    await expect(question(page).getByRole('radio', { name: 'session only' })).toBeChecked()
    await path(page).getByRole('button', { name: 'force the sign-out' }).click()
    const force = site.button('Force sign-out everywhere')
    await expect(force).toBeFocused()
    await force.press('Enter')
    await expect(path(page)).toContainText('4 of 5')
    await expect(question(page)).toHaveCount(0)
    await path(page).getByRole('button', { name: 'turn the clock' }).click()
    await page.keyboard.press('Enter')
    await expect(path(page)).toContainText(
      'Done. Refused: session at once, jwt at expiry, and cookie never by the shop. You said session only, and so it came.',
    )
    expect(await accessibilityFaults(page)).toEqual([])
    await page.reload()
    await expect(site.button('Add Apple')).toBeEnabled()
    await expect(line(page)).toContainText('The page was loaded anew')
    await expect(path(page)).toHaveCount(0)
  })

  test('asks before it is told, and ends with what shows it', async ({ site, page }) => {
    await walk(site)
    expect(await accessibilityFaults(page)).toEqual([])
    await question(page).getByText('all three').click()
    await site.button('Force sign-out everywhere').click()
    await expect(path(page)).toContainText('4 of 5')
    await page.getByRole('button', { name: 'Turn the server clock 15 minutes on' }).click()
    await expect(path(page)).toContainText('You said all three. Refused at once: session only.')
    await path(page)
      .getByRole('button', { name: /Show in the panel: 401 www-authenticate/ })
      .click()
    await expect(page.getByRole('tab', { name: 'Evidence' })).toBeFocused()
    await expect(page.locator('#panel')).toContainText('HTTP/1.1 401 Unauthorized')
    const row = path(page).getByRole('button', { name: /Session .+ row deleted/ })
    const id = (await row.locator('s').innerText()).split(' ').at(-1)!
    await row.click()
    await expect(page.locator('#panel').locator('s').filter({ hasText: id })).toBeVisible()
    await expect(path(page).getByRole('link', { name: 'The lessons' })).toHaveAttribute('href', '/learn')
    await path(page).getByRole('button', { name: 'Close' }).click()
    await expect(path(page)).toHaveCount(0)
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  })

  test('notices what another tab and a request from elsewhere have done, and needs no guess', async ({
    site,
    page,
    context,
  }) => {
    const id = await site.sandboxId()
    const add = await context.request.post(`/api/session/${id}/laptop/cart/items`, {
      data: { sku: 'pear', quantity: 1 },
      headers: { Origin: new URL(page.url()).origin },
    })
    expect(add.status()).toBe(200)
    await expect(path(page)).toContainText('1 of 5')
    const other = await anotherVisitor(context)
    await other.device('phone')
    await other.act('Sign in as Mina', 'sign-in')
    await expect(path(page)).toContainText('2 of 5')
    await other.button('Force sign-out everywhere').click()
    await expect(path(page)).toContainText('4 of 5')
  })

  test('speaks Korean', async ({ page }) => {
    const site = new Site(page)
    await page.goto('/ko')
    const korean = page.getByRole('group', { name: '다섯 가지 동작' })
    await expect(korean).toContainText('동작 5개 중 0개')
    await site.act('사과 담기', 'cart.add')
    await site.act('Mina 계정으로 로그인', 'sign-in')
    await page
      .getByRole('radiogroup', { name: /레인은 어디/ })
      .getByText('session만')
      .click()
    await site.button('전체 강제 로그아웃').click()
    await expect(korean).toContainText('동작 5개 중 4개')
    await korean.getByRole('button', { name: '시계 앞당기기' }).click()
    await page.keyboard.press('Enter')
    await expect(korean).toContainText('예측: session만. 예측대로입니다.')
  })

  test('is left and taken up again', async ({ page, site }) => {
    await expect(site.button('Add Apple')).toBeEnabled()
    await path(page).getByRole('button', { name: 'Leave the five acts' }).click()
    await expect(path(page)).toHaveCount(0)
    await expect(page.getByText('A forced sign-out would bite: at the next request')).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await page.reload()
    await page.getByRole('button', { name: 'The five acts' }).click()
    await expect(path(page)).toBeVisible()
  })

  test('is not there where the browser keeps nothing', async ({ page, site }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('blocked', 'SecurityError')
        },
      })
    })
    await page.goto('/')
    await expect(site.button('Add Apple')).toBeEnabled()
    await site.act('Add Apple', 'cart.add')
    await expect(line(page)).toContainText('Apple added')
    await expect(path(page)).toHaveCount(0)
  })
})

test('after any act the focus is in a named place, and what cannot be done says why', async ({
  site,
  page,
}) => {
  const press = async (name: string) => {
    await site.button(name).focus()
    await page.keyboard.press('Enter')
  }
  // Nobody is signed in: it can be found, says why, and does nothing.
  const force = site.button('Force sign-out everywhere')
  await expect(force).toHaveAccessibleDescription('Sign in as Mina first, then there is something to end.')
  await press('Force sign-out everywhere')
  await expect(line(page)).toHaveText('Sign in as Mina first, then there is something to end.')
  await expect(site.button('Sign out')).toHaveAccessibleDescription('Sign in first.')
  await press('Sign in as Mina')
  await expect(site.button('Sign out')).toBeEnabled()
  await press('Sign out')
  await expect(site.button('Sign out')).toBeDisabled()
  await expect(site.button('Sign out')).toBeFocused()
  await site.button('+30 s: Turn the server clock 30 seconds on').press('Enter')
  await expect(site.button('Back to now')).toBeEnabled()
  await press('Back to now')
  await expect(site.button('Back to now')).toBeDisabled()
  await expect(site.button('Back to now')).toBeFocused()
  await page.goto('/?step=1')
  await expect(site.button('Check out')).toHaveAccessibleDescription(
    'You are looking at step 1. Press Back to live.',
  )
})
