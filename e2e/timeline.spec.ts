/** The timeline: every exchange, the way back and forth, what the shop was then, and what can be taken away. */
import { execFile, spawnSync } from 'node:child_process'
import type { BrowserContext, Locator, Page } from '@playwright/test'
import { accessibilityFaults } from './accessible'
import { expect, LANES, type Site, test } from './fixtures'

const strip = (page: Page) => page.getByRole('region', { name: 'Timeline' })
const opener = (page: Page) => strip(page).getByRole('button', { name: 'The whole timeline' })
/** Heads of the opened timeline: steps, and the acts between them. */
const heads = (page: Page) => strip(page).getByRole('columnheader').getByRole('button')
const head = (page: Page, name: RegExp) => heads(page).and(strip(page).getByRole('button', { name }))
const mark = (page: Page, name: RegExp) => strip(page).getByRole('cell').getByRole('button', { name })
const slider = (page: Page) => strip(page).getByRole('slider', { name: 'Step' })
const act = (site: Site, body: object) => site.control('/acts', 'POST', body)

/** Mina signs in, adds an apple, then a pear. */
async function story(site: Site) {
  await site.act('Sign in as Mina', 'sign-in')
  await site.act('Add Apple', 'cart.add')
  await site.act('Add Pear', 'cart.add')
}

/** Reads the cart on, until the timeline has so many steps. */
async function manySteps(page: Page, site: Site, count: number) {
  const id = await site.sandboxId()
  await page.evaluate(
    async ([sandbox, reads]) => {
      for (let i = 0; i < reads; i++)
        await Promise.all(
          ['cookie', 'session', 'jwt'].map((lane) => fetch(`/api/${lane}/${sandbox}/laptop/cart`)),
        )
    },
    [id, count] as const,
  )
  await expect(slider(page)).toHaveAttribute('aria-valuemax', String(count + 1))
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName)

test.describe('back and forth', () => {
  test('arrow keys, Home, End, and L', async ({ site, page }) => {
    await story(site)
    await opener(page).click()
    const newest = head(page, /^Step 4, POST items/)
    await newest.focus()
    await page.keyboard.press('ArrowLeft')
    await expect(head(page, /^Step 3, POST items/)).toBeFocused()
    await expect(head(page, /^Step 3, POST items/)).toHaveAttribute('aria-current', 'step')
    await page.keyboard.press('Home')
    await expect(head(page, /^Step 1, GET cart/)).toBeFocused()
    await expect(page).toHaveURL(/step=1/)
    await page.keyboard.press('l')
    await expect(newest).toHaveAttribute('aria-current', 'step')
    await expect(strip(page).getByText('live', { exact: true })).toBeVisible()
    await page.keyboard.press('Home')
    await page.keyboard.press('End')
    await expect(newest).toBeFocused()
    await expect(strip(page).getByText('live', { exact: true })).toBeVisible()
  })

  test('with a modifier a key is the browser’s, on the timeline and on the tabs', async ({ site, page }) => {
    await story(site)
    await opener(page).click()
    // What a handler of the page would have stopped. Not pressed: Alt+Left would leave.
    const taken = (target: Locator, key: string, modifier: string) =>
      target.evaluate(
        (element, init) =>
          !element.dispatchEvent(
            new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true, composed: true }),
          ),
        { key, [modifier]: true },
      )
    const newest = head(page, /^Step 4, POST items/)
    const wire = page.getByRole('tab', { name: 'Wire' })
    await wire.click()
    for (const modifier of ['altKey', 'ctrlKey', 'metaKey', 'shiftKey']) {
      for (const key of ['ArrowLeft', 'ArrowRight', 'Home', 'End', 'l'])
        for (const target of [newest, slider(page)])
          expect([modifier, key, await taken(target, key, modifier)]).toEqual([modifier, key, false])
      for (const key of ['ArrowLeft', 'ArrowRight', 'Home', 'End'])
        expect([modifier, key, await taken(wire, key, modifier)]).toEqual([modifier, key, false])
    }
    await expect(newest).toHaveAttribute('aria-current', 'step')
    await expect(wire).toHaveAttribute('aria-selected', 'true')
    expect(await taken(wire, 'ArrowRight', 'bare')).toBe(true)
  })

  test('a letter typed elsewhere leaves the past alone', async ({ site, page }) => {
    await story(site)
    await opener(page).click()
    await head(page, /^Step 2, POST sign-in/).click()
    await page.getByRole('link', { name: 'Remember Me' }).focus()
    await page.keyboard.press('l')
    await expect(head(page, /^Step 2, POST sign-in/)).toHaveAttribute('aria-current', 'step')
  })

  test('filters by lane, device and result, and counts what is left', async ({ site, page }) => {
    await site.act('Sign in as Mina', 'sign-in')
    await site.device('phone')
    await site.act('Check out', 'checkout')
    await opener(page).click()
    await expect(strip(page).getByText('12 exchanges')).toBeVisible()
    await page.getByRole('button', { name: 'Filter' }).click()
    const filter = (name: string) => page.getByRole('button', { name, exact: true })
    await filter('2xx').click()
    await expect(filter('2xx')).toHaveAttribute('aria-pressed', 'false')
    await expect(strip(page).getByText('3 of 12 exchanges')).toBeVisible()
    await filter('jwt').click()
    await expect(strip(page).getByText('2 of 12 exchanges')).toBeVisible()
    await expect(heads(page)).toHaveCount(1)
    await expect(strip(page).getByRole('rowheader', { name: /jwt/ })).toHaveCount(0)
    await filter('phone').click()
    await expect(strip(page).getByText('0 of 12 exchanges')).toBeVisible()
    await filter('Show all').click()
    await expect(strip(page).getByText('12 exchanges', { exact: true })).toBeVisible()
  })

  test('acts between the steps stand where they were done', async ({ site, page }) => {
    await site.act('Sign in as Mina', 'sign-in')
    await act(site, { act: 'rotate-keys', strategy: 'jwt', keepPrevious: true })
    await act(site, { act: 'force-sign-out-everyone', strategy: 'session' })
    await site.control('/settings', 'PATCH', { session: { idle: 60 } })
    await page.getByRole('button', { name: 'Turn the server clock 30 seconds on' }).click()
    await act(site, { act: 'purge-expired' })
    await opener(page).click()
    await expect(heads(page)).toHaveCount(7)
    const told = [
      /key of jwt changed, the previous one is still accepted/,
      /forced sign-out of everyone, session/,
      /dials turned: session\.idle 60/,
      /server clock 0:30 ahead/,
      /expired rows removed/,
    ]
    for (const [i, words] of told.entries()) await expect(heads(page).nth(i + 2)).toHaveAccessibleName(words)
    await page.reload()
    for (const words of told) await expect(head(page, words)).toHaveCount(1)
  })

  test('an act between the steps is a stop like a step, and opens', async ({ site, page }) => {
    await story(site)
    await page.getByRole('button', { name: /Force sign-out everywhere/ }).click()
    await expect(slider(page)).toHaveAttribute('aria-valuetext', /session 401 refused/)
    await opener(page).click()
    const forced = head(page, /^forced sign-out of mina@shop\.example/)
    await head(page, /^Step 4, POST items/).focus()
    await page.keyboard.press('ArrowRight')
    await expect(forced).toBeFocused()
    await expect(forced).toHaveAttribute('aria-current', 'step')
    await expect(slider(page)).toHaveAttribute('aria-valuetext', /^forced sign-out of mina/)
    await head(page, /^Step 1, GET cart/).click()
    await forced.click()
    await expect(forced).toHaveAttribute('aria-current', 'step')
    await expect(strip(page).locator('[aria-current]')).toHaveCount(1)
  })

  test('an attack is on it, and can be looked at', async ({ site, page }) => {
    await site.act('Sign in as Mina', 'sign-in')
    await site.control('/bench', 'POST', { strategy: 'session', credential: 'x', operation: 'me' })
    await opener(page).click()
    await mark(page, /GET me, session, attacker: 401/).click()
    await expect(site.lane('session').getByText('as it was at step 3')).toBeVisible()
    await expect(page.getByText(/^GET \/api\/session\/.*\/attacker\/me/)).toBeVisible()
  })
})

test.describe('in one line', () => {
  test('it is at most 44 px high, stays at the lower edge, and opens by click, key and drag', async ({
    site,
    page,
  }) => {
    await story(site)
    const box = async () => (await strip(page).boundingBox())!
    const closed = await box()
    expect(closed.height).toBeLessThanOrEqual(44)
    expect(closed.y + closed.height).toBe(page.viewportSize()!.height)
    const table = strip(page).getByRole('table')
    const isOpen = async (open: boolean) => {
      await expect(opener(page)).toHaveAttribute('aria-expanded', String(open))
      await expect(table).toHaveCount(open ? 1 : 0)
    }
    await opener(page).click()
    await isOpen(true)
    await opener(page).press('Enter')
    await isOpen(false)
    const drag = async (by: number) => {
      const { x, y } = (await strip(page)
        .getByText(/^Step \d of \d$/)
        .boundingBox())!
      await page.mouse.move(x + 5, y + 5)
      await page.mouse.down()
      await page.mouse.move(x + 5, y + 5 + by, { steps: 4 })
      await page.mouse.up()
    }
    await drag(-60)
    await isOpen(true)
    await page.reload()
    await isOpen(true)
    await drag(60)
    await isOpen(false)
    await page.reload()
    await isOpen(false)
  })

  test('in a low window it flows', async ({ site, page }) => {
    await site.act('Add Apple', 'cart.add')
    const position = () => strip(page).evaluate((element) => getComputedStyle(element).position)
    expect(await position()).toBe('sticky')
    await page.setViewportSize({ width: 640, height: 360 })
    expect(await position()).not.toBe('sticky')
  })

  test('its map chooses by a click and by drawing, and says how each lane ended', async ({ site, page }) => {
    await story(site)
    await page.getByRole('button', { name: /Force sign-out everywhere/ }).click()
    const map = slider(page)
    await expect(map).toHaveAttribute(
      'aria-valuetext',
      /GET cart, laptop: cookie 200, session 401 refused, jwt 200$/,
    )
    await map.focus()
    await page.keyboard.press('Home')
    await expect(map).toHaveAttribute('aria-valuetext', /^Step 1, GET cart, laptop: cookie 200/)
    await page.keyboard.press('ArrowRight')
    await expect(strip(page).getByText(/^Step 2 of \d$/)).toBeVisible()
    const { x, y, width, height } = (await map.boundingBox())!
    await page.mouse.click(x + 2, y + height / 2)
    await expect(strip(page).getByText(/^Step 1 of \d$/)).toBeVisible()
    await page.mouse.move(x + 2, y + height / 2)
    await page.mouse.down()
    await page.mouse.move(x + width / 2, y + height / 2, { steps: 8 })
    await expect(map).not.toHaveAttribute('aria-valuetext', /^Step 1,/)
    await page.mouse.move(x + 2, y + height / 2, { steps: 8 })
    await page.mouse.up()
    await expect(map).toHaveAttribute('aria-valuetext', /^Step 1,/)
    await page.keyboard.press('End')
    await expect(strip(page).getByText('live', { exact: true })).toBeVisible()
  })

  test('the focus stays when the way back ends, at step 1 and at live', async ({ site, page }) => {
    await site.act('Add Apple', 'cart.add')
    const back = page.getByRole('button', { name: 'Step back' })
    await back.focus()
    await page.keyboard.press('Enter')
    await expect(strip(page).getByText('Step 1 of 2')).toBeVisible()
    await expect(back).toBeFocused()
    await page.getByRole('button', { name: /Back to live/ }).press('Enter')
    await expect(strip(page).getByText('live', { exact: true })).toBeVisible()
    expect(await focused(page)).not.toBe('BODY')
  })
})

test.describe('opened', () => {
  test('with 50 steps every name is whole, and rows and columns have heads', async ({ site, page }) => {
    await manySteps(page, site, 50)
    await opener(page).click()
    await expect(heads(page)).toHaveCount(51)
    const cut = await heads(page).evaluateAll((buttons) =>
      buttons.filter((one) => one.scrollWidth > one.clientWidth || !/\d.*(GET|POST)/.test(one.textContent!)),
    )
    expect(cut).toEqual([])
    for (const lane of LANES)
      await expect(strip(page).getByRole('rowheader', { name: `${lane} laptop` })).toBeVisible()
    await expect(
      strip(page).getByRole('columnheader', { name: 'what the credential has left' }),
    ).toBeVisible()
    await expect(head(page, /^Step 51,/)).toBeInViewport()
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wider).toBeLessThanOrEqual(0)
  })

  test('the arrow keys reach the mark of each lane from its step', async ({ site, page }) => {
    await story(site)
    await opener(page).click()
    await head(page, /^Step 4, POST items/).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const session = mark(page, /^Step 4, POST cart\/items, session, laptop: 200, let in/)
    await expect(session).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await expect(head(page, /^Step 4, POST items/)).toBeFocused()
  })

  test('in a narrow window it is a list, a line for each step with the results of its lanes', async ({
    site,
    page,
  }) => {
    await page.setViewportSize({ width: 400, height: 800 })
    await site.act('Sign in as Mina', 'sign-in')
    await page.getByRole('button', { name: /Force sign-out everywhere/ }).click()
    await expect(slider(page)).toHaveAttribute('aria-valuetext', /session 401 refused/)
    await opener(page).click()
    await expect(strip(page).getByRole('table')).toHaveCount(0)
    const items = strip(page).getByRole('list', { name: 'Steps, newest at the end' }).getByRole('listitem')
    await expect(items.first()).toHaveText(/1 GET cart200200200$/)
    const forced = items.filter({ hasText: 'forced sign-out of mina' })
    await forced.getByRole('button').click()
    await expect(forced.getByRole('button')).toHaveAttribute('aria-current', 'step')
    await items
      .nth(1)
      .getByRole('button', { name: /POST sign-in, session, laptop: 200/ })
      .click()
    await expect(page.getByRole('tab', { name: /session/ })).toHaveAttribute('aria-selected', 'true')
    await expect(
      items.nth(1).getByRole('button', { name: /^Step 2, POST sign-in, laptop: cookie 200/ }),
    ).toHaveAttribute('aria-current', 'step')
    await expect(strip(page).getByRole('listitem').filter({ hasText: 'cookielaptop' })).toContainText(
      'ends by itself in',
    )
    const small = await strip(page)
      .getByRole('button')
      .evaluateAll((buttons) =>
        buttons
          .map((one) => one.getBoundingClientRect())
          .filter(({ width, height }) => width > 0 && Math.min(width, height) < 40),
      )
    expect(small).toEqual([])
  })
})

test.describe('the past', () => {
  test('shows the shop as it was, and sends nothing', async ({ site, page }) => {
    await story(site)
    await opener(page).click()
    await head(page, /^Step 3, POST items/).click()
    for (const lane of LANES) {
      const shop = site.lane(lane)
      await expect(shop.getByText(/as it was at step 3, /)).toBeVisible()
      await expect(shop.getByText('Mina Park')).toBeVisible()
      await expect(shop.getByText('Apple')).toBeVisible()
      await expect(shop.getByText('Pear')).toHaveCount(0)
      await expect(shop.getByRole('button')).toHaveCount(0)
    }
    for (const name of ['Add Apple', 'Sign in as Mina', 'Check out'])
      await expect(site.button(name)).toBeDisabled()
    await head(page, /^Step 1, GET cart/).click()
    await expect(site.lane('cookie').getByText('Guest', { exact: true })).toBeVisible()
    await expect(site.lane('cookie').getByText('The cart is empty.')).toBeVisible()
    await page.getByRole('button', { name: /Back to live/ }).click()
    await expect(site.lane('jwt').getByText('Pear')).toBeVisible()
    await expect(site.button('Add Apple')).toBeEnabled()
  })

  test('also on the page of one lane, for the other device, and after a reload', async ({ site, page }) => {
    await site.act('Sign in as Mina', 'sign-in')
    await site.device('phone')
    await expect.poll(async () => (await site.exchanges()).length).toBe(9)
    await page.goto('/session?step=2')
    await expect(page.getByText(/as it was at step 2, /).first()).toBeVisible()
    await expect(page.getByRole('radio', { name: 'laptop' })).toBeChecked()
    await expect(page.getByRole('button', { name: 'Sign out' })).toHaveCount(0)
    await expect(page.getByText('Mina Park').first()).toBeVisible()
    await page.getByRole('radio', { name: 'phone' }).press('Space')
    await expect(page.getByText('Guest', { exact: true }).first()).toBeVisible()
    await expect(page).not.toHaveURL(/step=/)
  })

  test('shows no cart that a refusal did not show', async ({ site, page }) => {
    await story(site)
    await page.getByRole('button', { name: /Force sign-out everywhere/ }).click()
    await expect(site.lane('session').getByText('Refused at once')).toBeVisible()
    await site.lane('session').getByRole('button', { name: 'Sign in again' }).click()
    await expect(site.lane('session').getByText('Mina Park')).toBeVisible()
    await opener(page).click()
    await expect(head(page, /^Step \d+, POST sign-in/)).toHaveCount(2)
    await mark(page, /session, laptop: 401/).click()
    await expect(site.lane('session').getByText('so it showed no cart')).toBeVisible()
    await expect(site.lane('session').getByText('was Mina Park')).toBeVisible()
  })
})

test.describe('a message travels', () => {
  /** What is animated in the lane of the newest exchange, as declared: names, and when the last of them ends. */
  const animated = (site: Site) =>
    site.lane('session').evaluate(async (lane) => {
      await new Promise<void>((resolve) => {
        const watch = new MutationObserver(() => lane.classList.contains('in-flight') && resolve())
        watch.observe(lane, { attributes: true })
        document.querySelector<HTMLButtonElement>('button[data-path="add"]')!.click()
      })
      const running = lane.getAnimations({ subtree: true })
      return {
        count: running.length,
        ends: Math.max(0, ...running.map((one) => Number(one.effect?.getComputedTiming().endTime))),
      }
    })

  test('within 800 ms', async ({ site }) => {
    await expect(site.button('Add Apple')).toBeEnabled()
    const { count, ends } = await animated(site)
    expect(count).toBeGreaterThan(0)
    expect(ends).toBeLessThan(800)
  })

  test('and does not move where motion is not wanted', async ({ page, site }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await expect(site.button('Add Apple')).toBeEnabled()
    expect((await animated(site)).count).toBe(0)
  })
})

test.describe('taken away', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })
  const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

  async function copied(page: Page, button: RegExp) {
    // What was copied before is still told of, and would be read in place of what comes.
    await page.evaluate(() => navigator.clipboard.writeText(''))
    await page.getByRole('button', { name: 'Take away' }).click()
    await page.getByRole('button', { name: button }).click()
    await expect.poll(() => clipboard(page)).not.toBe('')
    await expect(page.getByRole('status').filter({ hasText: /opied/ })).toBeVisible()
    return clipboard(page)
  }

  test('curl runs as it is, and shows up in the panel', async ({ site, page }) => {
    test.skip(spawnSync('curl', ['--version']).status !== 0, 'there is no curl on this machine')
    await story(site)
    await opener(page).click()
    for (const lane of LANES) {
      const command = await copied(page, new RegExp(`Copy ${lane} as curl`))
      expect(command).toContain(`--data-raw '{"sku":"pear","quantity":1}'`)
      const seen = (await site.exchanges()).at(-1)!.seq
      await new Promise((resolve) => execFile('/bin/sh', ['-c', command], resolve))
      await expect
        .poll(async () =>
          (await site.exchanges(seen)).map(({ action, response }) => [action, response?.status]),
        )
        .toEqual([['cart.add', 200]])
      await expect(mark(page, new RegExp(`POST cart/items, ${lane}, laptop: 200`))).toHaveCount(3)
      await head(page, /^Step 4, POST items/).click()
    }
  })

  test('curl of a sign-in has the password that the site knows', async ({ site, page }) => {
    await site.act('Sign in as Mina', 'sign-in')
    const command = await copied(page, /Copy session as curl/)
    expect(command).toMatch(/"email":"mina@shop\.example","password":"[^…"]{8,}"/)
    const list = JSON.stringify(await site.exchanges())
    const [, password] = /"password":"([^"]+)"/.exec(command)!
    expect(list).not.toContain(password)
  })

  test('a link that replays says what it does, asks, and does it', async ({ site, page, context }) => {
    await story(site)
    await page.getByRole('button', { name: /Force sign-out everywhere/ }).click()
    await expect(site.lane('session').getByText('Refused at once')).toBeVisible()
    const link = await copied(page, /does these acts again/)
    expect(new URL(link).hash).toBe('#do=sign-in:mina,add:apple*1,add:pear*1,force-sign-out:mina')
    const fresh = await freshVisitor(context)
    await fresh.goto(link)
    const dialog = fresh.getByRole('dialog', { name: 'This link wants to do something in your sandbox' })
    await expect(dialog.getByRole('listitem')).toHaveText([
      'sign in as mina@shop.example',
      'add Apple × 1',
      'add Pear × 1',
      'force sign-out of mina@shop.example',
    ])
    await expect(dialog.getByRole('button', { name: 'Do nothing' })).toBeFocused()
    await dialog.getByRole('button', { name: 'Do it' }).click()
    await expect(fresh.locator('#timeline').getByText('4 acts done.', { exact: true })).toBeVisible()
    await expect(fresh.getByRole('region', { name: /session$/ }).getByText('Refused at once')).toBeVisible()
    await expect(fresh).not.toHaveURL(/#do=/)
    await fresh.close()
  })

  test('a link that is declined does nothing, and one with an unknown act is not followed', async ({
    page,
    site,
  }) => {
    const before = (await site.exchanges()).length
    await page.goto('/session#do=sign-in:mina,checkout')
    await page.getByRole('button', { name: 'Do nothing' }).click()
    await expect(page).toHaveURL(/\/session$/)
    await page.goto('/session#do=sign-in:mina,delete-everything')
    const dialog = page.getByRole('dialog', { name: 'This link cannot be followed' })
    await expect(dialog).toContainText('delete-everything')
    await expect(dialog.getByRole('button', { name: 'Do it' })).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    const after = await site.exchanges()
    expect(after.slice(before).filter(({ action }) => action !== 'cart.read' && action !== 'me')).toEqual([])
  })
})

/** Another visitor of the same browser is no other visitor: the sandbox hangs on a cookie. */
async function freshVisitor(context: BrowserContext): Promise<Page> {
  const other = await context.browser()!.newContext()
  return other.newPage()
}

for (const [width, path] of [
  [1440, ''],
  [390, ''],
  [1440, '/ko'],
  [390, '/ko'],
] as const)
  test(`no accessibility fault in the past, with open menus and a link's question, ${width} ${path}`, async ({
    page,
    site,
  }) => {
    await site.act('Sign in as Mina', 'sign-in')
    await page.setViewportSize({ width, height: 844 })
    await page.goto(`${path}/session?step=1`)
    const timeline = page.locator('#timeline')
    await timeline.getByRole('button', { expanded: false }).click()
    expect(await accessibilityFaults(page, '#timeline')).toEqual([])
    const menus = timeline.locator('[popovertarget]:visible')
    await expect(menus).toHaveCount(2)
    for (const menu of await menus.all()) {
      await menu.click()
      await expect(page.locator('[popover]:popover-open')).toBeVisible()
      expect(await accessibilityFaults(page, '#timeline')).toEqual([])
      await page.keyboard.press('Escape')
    }
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(wider).toBe(0)
    await page.goto(`${path}/session#do=sign-in:mina,add:apple*2`)
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await accessibilityFaults(page, 'dialog')).toEqual([])
  })
