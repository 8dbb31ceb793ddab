/** Lab pages in a real browser: the table on screen is what the definition expects, and each cell opens its proof. */
import type { Page } from '@playwright/test'
import { PAPERS } from '@/app/_labs/paper/papers'
import { lanesAsked } from '@/app/_labs/sheet'
import { accessibilityFaults } from './accessible'
import { LABS } from './all-labs'
import { expect, LANES, test } from './fixtures'
import { LabPage, SLOW } from './lab-page'
import { catalogue } from './worded-page'

test.describe.configure({ timeout: 240_000 })

const serverLabs = LABS.filter(({ place }) => place === 'server')
const theft = LABS.find(({ id }) => id === 'X09')!

for (const lab of serverLabs) {
  test.describe(lab.slug, () => {
    test('predict, run: the table says what is expected, and a cell opens its exchange', async ({ page }) => {
      const here = new LabPage(page, lab)
      await here.open()
      await expect(page.getByText(here.ui('verdict.not-yet')).first()).toBeVisible()
      await expect(here.outcomes()).toHaveCount(0)
      const [position] = lab.positions
      const guessed = lanesAsked(lab)
      for (const lane of guessed) await here.guess(lane, lab.asks.between[0]!)
      await here.run()
      await here.shows(position)
      await expect(page.getByText(/^you said: /)).toHaveCount(guessed.length)
      // At 1280 x 720 nobody has to look for it, and the button that was pressed is where it was.
      await expect(here.region('verdict.title')).toBeInViewport({ ratio: 1 })
      await expect(here.button('run.again')).toBeFocused()
      await opensItsExchange(here)
    })

    test('in Korean, with the second position of the dial', async ({ page }) => {
      const here = new LabPage(page, lab, 'ko')
      await here.open()
      await here.run()
      await here.shows(lab.positions[0])
      const second = lab.positions[1]
      if (!second) return
      await here.turnTo(second)
      await here.shows(second)
    })
  })
}

async function opensItsExchange(here: LabPage) {
  const { page } = here
  const proof = here.proofs().first()
  await proof.click()
  const dialog = page.getByRole('dialog')
  const outside = dialog.getByText(here.ui('proof.outside'))
  const path = dialog.getByText(/\/api\/(cookie|session|jwt)\//).first()
  await expect(path.or(outside).first()).toBeVisible()
  // Of a server that is not this shop there is what went over the wire, and no more.
  const views = (await outside.isVisible()) ? [] : ['Steps', 'Stored', 'Exposed']
  for (const view of views) {
    await dialog.getByRole('tab', { name: view }).click()
    await expect(dialog.getByRole('tabpanel', { name: view })).not.toBeEmpty()
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(proof).toBeFocused()
}

test.describe('the runner', () => {
  test('act by act: each act on request, a tick for each, findings as they come', async ({ page }) => {
    const here = new LabPage(page, theft)
    await here.open()
    await here.button('run.by-act').click()
    for (let done = 1; done < theft.acts.length; done++) {
      await expect(here.told()).toContainText(`${done} of ${theft.acts.length} acts done. Waiting`)
      await expect(page.getByRole('list', { name: here.ui('acts') }).getByText(', done')).toHaveCount(done)
      await expect(here.button('run.next')).toBeFocused()
      await here.button('run.next').click()
    }
    await here.isDone()
    await here.shows(theft.positions[0])
  })

  test('stop keeps what was found; reset forgets it, and the guesses', async ({ page }) => {
    const here = new LabPage(page, theft)
    await here.open()
    await here.guess('session', 'refused')
    await here.button('run.by-act').click()
    await expect(here.told()).toContainText('1 of')
    await here.button('run.next').click()
    await expect(here.told()).toContainText('2 of')
    await here.button('run.stop').click()
    await expect(here.told()).toContainText('Stopped after 2 of')
    await expect(here.button('run.again')).toBeFocused()
    await expect(here.cell('session', 'at-once')).toContainText(here.word('outcome.gets-in'))
    await here.button('run.reset').click()
    await expect(here.button('run.all')).toBeFocused()
    await expect(here.outcomes()).toHaveCount(0)
    await expect(here.guessOf('session', 'refused')).not.toBeChecked()
    await expect(here.button('run.all')).toBeEnabled()
  })

  test('after a reload the guess, the result and its proofs are there', async ({ page }) => {
    const here = new LabPage(page, theft)
    await here.open()
    await here.guess('jwt', 'refused')
    await here.run()
    await expect(here.told()).toHaveText(
      'Done. Not as you said: jwt (gets in). It came out so: cookie (gets in) and session (is refused).',
    )
    await here.open()
    await expect(here.guessOf('jwt', 'refused')).toBeChecked()
    await here.shows(theft.positions[0])
    await opensItsExchange(here)
  })

  test('a second run lets the first one go: its table stays, without proofs, beside the new one', async ({
    page,
  }) => {
    const here = new LabPage(page, theft)
    await here.open()
    await here.run()
    await here.turnTo(theft.positions[1]!)
    await expect(page.getByText(/^on the defaults: /).first()).toBeVisible()
    await page.getByRole('radio', { name: here.word('position.default'), exact: true }).check()
    await here.shows(theft.positions[0])
    await expect(page.getByText(/^From your run at /)).toBeVisible()
    await expect(here.proofs()).toHaveCount(0)
  })

  test('the terminal: the attacker’s commands, all devices, a credential on request', async ({ page }) => {
    const here = new LabPage(page, theft)
    await here.open()
    await here.run()
    const terminal = here.region('terminal.title')
    const laptops = terminal.getByText(/, laptop/)
    await expect(laptops).toHaveCount(0)
    const text = await terminal.innerText()
    expect(text).toMatch(/attacker\/me/)
    expect(text).not.toMatch(/Bearer eyJ\w+\.\w+\.\w+/)
    const reveal = terminal.getByRole('button', { name: /^Reveal the credential/ })
    for (let n = (await reveal.count()) - 1; n >= 0; n--) await reveal.nth(n).click()
    await expect(terminal.getByText(/Bearer eyJ[\w-]+\.[\w-]+\.[\w-]+/).first()).toBeVisible()
    await terminal.getByRole('radio', { name: 'all devices' }).press('Space')
    await expect(laptops.first()).toBeVisible()
  })

  test('the visitor’s own dials, clock and shop stay as they are', async ({ site, page }) => {
    const before = await site.control('/settings')
    const here = new LabPage(page, theft)
    await here.open()
    await here.run()
    await here.turnTo(theft.positions[1]!)
    expect(await site.control('/settings')).toEqual(before)
    const { body } = await site.control<{ clock: { offsetSeconds: number } }>('')
    expect(body.clock.offsetSeconds).toBe(0)
    expect(await site.exchanges()).toHaveLength(LANES.length)
  })

  test('with storage blocked it runs all the same', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('blocked', 'SecurityError')
        },
      })
    })
    const here = new LabPage(page, theft)
    await here.open()
    await here.guess('cookie', 'refused')
    await here.run()
    await here.shows(theft.positions[0])
  })

  test('too many runs: it says how long to wait', async ({ page }) => {
    const here = new LabPage(page, theft)
    await page.route('**/api/sandbox/labs/*/runs', (route) =>
      route.fulfill({
        status: 429,
        headers: { 'Retry-After': '7', 'Content-Type': 'application/problem+json' },
        body: JSON.stringify({ code: 'too_many', status: 429 }),
      }),
    )
    await here.open()
    await here.button('run.all').click()
    await expect(page.getByText('Wait 7 s, then run again.')).toBeVisible()
    await expect(here.button('run.all')).toBeEnabled()
  })

  test('a run that the event stream tells nothing of ends as well', async ({ page }) => {
    await page.route('**/api/sandbox/events', (route) => route.abort())
    const here = new LabPage(page, theft)
    await here.open()
    await here.run()
    await here.shows(theft.positions[0])
  })
})

test('the scoreboard is empty until the visitor’s own run, and then leads to the proof', async ({ page }) => {
  const here = new LabPage(page, theft)
  await page.goto('/labs')
  const row = page.getByRole('row', { name: new RegExp(here.word('short')) })
  const run = row.getByRole('button')
  await expect(run).toBeEnabled()
  await expect(page.getByText(here.ui('index.open'))).toBeVisible()
  await expect(page.locator('[data-tone]')).toHaveCount(0)
  await run.click()
  for (const lane of LANES) {
    const { [lane]: expected } = theft.positions[0].expected
    const outcome = here.word(`outcome.${expected![theft.asks.moment]}`)
    await expect(row.getByRole('link', { name: `${lane}: ${outcome}` })).toBeVisible(SLOW)
  }
  await expect(run).toBeFocused()
  await row.getByRole('link', { name: /^session: / }).click()
  await expect(page).toHaveURL(/\/labs\/x09-theft#session\.after-forced$/)
  await expect(here.cell('session', theft.asks.moment).getByRole('button')).toBeVisible()
})

test('a link to a cell that nobody has filled: the run that fills it begins there', async ({ page }) => {
  const here = new LabPage(page, theft)
  const moment = theft.asks.moment
  await here.open(`#jwt.${moment}`)
  const cell = here.cell('jwt', moment)
  await expect(cell).toBeInViewport()
  await expect(page.getByText(here.ui('verdict.to-fill'))).toHaveCount(1)
  await cell.getByRole('button').press('Enter')
  await here.isDone()
  await expect(cell.locator('[data-tone]')).toBeVisible()
  await expect(cell).toBeFocused()
  await expect(page.getByText(here.ui('verdict.to-fill'))).toHaveCount(0)
})

test('labs in a row: one after the other until it is stopped, and the focus stays', async ({ page }) => {
  const ui = catalogue('en', 'labs')
  await page.goto('/labs')
  const all = page.getByRole('button', { name: /^Run \d+ in a row$/ })
  await expect(all).toBeEnabled()
  await all.click()
  await expect(page.getByRole('button', { name: /^Running [2-9] of/ })).toBeFocused(SLOW)
  await page.getByRole('button', { name: ui('run.stop'), exact: true }).click()
  await expect(all).toBeEnabled()
  await expect(all).toBeFocused()
  await expect(page.locator('[data-tone]').first()).toBeVisible()
})

test('a myth is settled by a run right there', async ({ page }) => {
  const word = catalogue('en', 'myths')
  await page.goto('/myths')
  await expect(page.getByRole('article')).toHaveCount(LABS.flatMap(({ myths = [] }) => myths).length)
  const { id, verdict, lanes, moments } = theft.myths![0]!
  const card = page.getByRole('article', { name: word(`${id}.claim`) })
  await expect(card.getByText(word('not-yet'))).toBeVisible()
  await expect(card.getByText(catalogue('en', 'labs')(`belief.${verdict}`))).toBeVisible()
  await card.getByRole('button').click()
  await expect(card.getByText(word('measured'))).toBeVisible(SLOW)
  await expect(card.locator('[data-tone]')).toHaveCount(lanes.length * moments.length)
  await expect(card.getByText(word(`${id}.truth`))).toBeVisible()
  await expect(card.getByRole('link')).toHaveAttribute('href', new RegExp(`^/labs/${theft.slug}`))
})

for (const width of [1440, 390]) {
  for (const prefix of ['', '/ko']) {
    test(`axe finds nothing after a run, ${width} px ${prefix}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme: prefix ? 'dark' : 'light', reducedMotion: 'reduce' })
      const policy: string[] = []
      page.on('console', (message) => {
        if (/Content Security Policy/.test(message.text())) policy.push(message.text())
      })
      const here = new LabPage(page, theft, prefix ? 'ko' : 'en')
      await here.open()
      await here.guess('jwt', 'refused')
      await here.run()
      expect(await accessibilityFaults(page)).toEqual([])
      await here.proofs().first().click()
      await expect(page.getByRole('dialog').getByRole('tabpanel')).toBeVisible()
      expect(await accessibilityFaults(page)).toEqual([])
      for (const path of ['/labs', '/myths']) {
        await page.goto(prefix + path)
        await expect(page.locator('main [data-tone]').first()).toBeVisible()
        expect(await accessibilityFaults(page)).toEqual([])
      }
      expect(policy).toEqual([])
    })
  }
}

for (const [language, prefix] of [
  ['English', ''],
  ['Korean', '/ko'],
])
  test(`nothing scrolls sideways, ${language}`, async ({ page }) => {
    test.setTimeout(240_000)
    const papers = PAPERS.map((paper) => `/labs/${theft.slug}/${paper}`)
    for (const path of ['/labs', '/myths', ...papers, ...LABS.map(({ slug }) => `/labs/${slug}`)]) {
      await page.goto(prefix + path)
      await isNotWide(page, prefix + path)
    }
  })

test('nothing scrolls sideways after a run', async ({ page }) => {
  const here = new LabPage(page, theft)
  await here.open()
  await here.run()
  await isNotWide(page, theft.slug)
})

async function isNotWide(page: Page, path: string) {
  for (const width of [1440, 1024, 390, 320]) {
    await page.setViewportSize({ width, height: 844 })
    expect({ path, width, wider: await wider(page) }).toEqual({ path, width, wider: 0 })
  }
}

const wider = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('without JavaScript the texts can be read, and the page says what needs it', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL })
  const page = await context.newPage()
  const here = new LabPage(page, theft)
  await page.goto(`/labs/${theft.slug}`)
  await expect(page.getByText(/needs JavaScript/)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(here.word('title'))
  await expect(page.getByText(here.word('why.1.text'))).toBeVisible()
  await context.close()
})

test('attack demonstrations are not for search engines, and a lab that is not there is no page', async ({
  page,
}) => {
  await page.goto(`/labs/${theft.slug}`)
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
  const answer = await page.goto('/labs/x99-none')
  expect(answer?.status()).toBe(404)
})
