/** A page translator moves the texts of a page about; the page goes on, and says what is so. */
import type { Page } from '@playwright/test'
import { LABS } from './all-labs'
import { expect, LANES, Site, test } from './fixtures'
import { LabPage, SLOW } from './lab-page'
import { translate } from './translator'
import { catalogue } from './worded-page'

const LOCALES = ['en', 'ko'] as const
type Locale = (typeof LOCALES)[number]

const pathIn = (locale: Locale, path: string) => (locale === 'ko' ? `/ko${path === '/' ? '' : path}` : path)

/** What the page threw, and what it said when it broke. */
function brokenBy(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  return errors
}

async function openPlace(page: Page, locale: Locale, path: string) {
  await page.goto(pathIn(locale, path))
  await expect(page.locator('main').getByRole('button', { disabled: false }).first()).toBeEnabled()
  await expect.poll(() => page.evaluate(() => document.readyState)).toBe('complete')
  await translate(page)
}

async function eachView(page: Page, locale: Locale) {
  const compare = catalogue(locale, 'compare')
  for (const view of ['steps', 'stored', 'exposed', 'wire']) {
    await page.getByRole('tab', { name: compare(`views.${view}`), exact: true }).click()
    await expect(page.getByRole('tabpanel')).not.toBeEmpty()
  }
}

for (const locale of LOCALES) {
  const shop = catalogue(locale, 'shop')
  const press = (page: Page, key: string, values: Record<string, string> = {}) => {
    const name = shop(key).replace(/\{(\w+)\}/g, (_, one) => values[one] ?? '')
    return page.getByRole('button', { name, exact: true }).first().click()
  }

  test(`the three lanes, ${locale}: add, sign in, force, every view, back and forth`, async ({ page }) => {
    const errors = brokenBy(page)
    await openPlace(page, locale, '/')
    const site = new Site(page)
    const apple = shop('product.apple')
    await press(page, 'add', { name: apple })
    for (const lane of LANES) await expect(site.lane(lane).getByText('0.60').first()).toBeVisible()
    await press(page, 'sign-in', { name: 'Mina' })
    for (const lane of LANES) await expect(site.lane(lane).getByText('Mina Park').first()).toBeVisible()
    await press(page, 'add', { name: apple })
    for (const lane of LANES) await expect(site.lane(lane).getByText('1.08').first()).toBeVisible()
    await eachView(page, locale)
    await press(page, 'force')
    await expect(site.lane('session').getByText('401').first()).toBeVisible()
    const slider = page.getByRole('slider')
    await slider.press('Home')
    await slider.press('End')
    await expect(site.lane('session').getByText('401').first()).toBeVisible()
    expect(errors).toEqual([])
  })

  test(`a lane’s page, ${locale}: add, sign in, devices, orders, a dial, sign out`, async ({ page }) => {
    const errors = brokenBy(page)
    const lane = catalogue(locale, 'lane')
    await openPlace(page, locale, '/session')
    const account = page.getByRole('region', { name: lane('account') })
    await new Site(page).shelf.getByRole('button').first().click()
    await account.getByRole('button', { name: lane('sign-in'), exact: true }).click()
    await expect(account.getByText('Mina Park')).toBeVisible()
    const ask = account.getByRole('button', { name: new RegExp(`^${lane('ask')}`) })
    const again = account.getByRole('button', { name: new RegExp(`^${lane('ask-again')}`) })
    await expect(ask).toHaveCount(2)
    await ask.first().click()
    await expect(account.getByText(lane('this-one'))).toBeVisible()
    await ask.last().click()
    await expect(again).toHaveCount(2)
    const source = page.locator('#lane-panel-steps li').first().getByRole('button').first()
    for (const open of [true, false, true]) {
      await source.click()
      await expect(page.locator('#lane-panel-steps pre').first()).toBeVisible({ visible: open })
    }
    await page.getByRole('button', { name: shop('checkout'), exact: true }).click()
    const dials = page.locator('[aria-labelledby="h-dials"]')
    await dials.getByRole('radio', { checked: false }).first().press('Space')
    await expect(
      dials.getByText(catalogue(locale, 'dials')('changed'), { exact: true }).first(),
    ).toBeVisible()
    await account.getByRole('button', { name: shop('sign-out'), exact: true }).click()
    await expect(account.getByRole('button', { name: lane('sign-in'), exact: true })).toBeVisible()
    expect(errors).toEqual([])
  })

  test(`a lab, ${locale}: a guess, a run, its proof`, async ({ page }) => {
    const errors = brokenBy(page)
    const lab = LABS.find(({ slug }) => slug === 'x06-tamper')!
    const here = new LabPage(page, lab, locale)
    await here.open()
    await translate(page)
    await here.guess('session', lab.asks.between[0]!)
    await here.run()
    await here.shows(lab.positions[0])
    await here.proofs().first().click()
    await expect(
      page
        .getByRole('dialog')
        .getByText(/\/api\/(cookie|session|jwt)\//)
        .first(),
    ).toBeVisible()
    expect(errors).toEqual([])
  })

  test(`the bench, ${locale}: open, change, send; decode`, async ({ page }) => {
    const errors = brokenBy(page)
    const bench = catalogue(locale, 'bench')
    await openPlace(page, locale, '/bench')
    const region = page.getByRole('region', { name: bench('send.title') })
    await region.getByRole('button', { name: bench('choose.open') }).click()
    await region.getByRole('button', { name: bench('choose.sign-in') }).click()
    const answer = region.getByRole('region', { name: bench('answer.title') })
    await region.getByRole('button', { name: bench('send.go') }).click()
    await expect(answer.getByRole('status')).toContainText('200')
    await region.getByRole('group').getByRole('button').first().click()
    await region.getByRole('button', { name: bench('send.go') }).click()
    await expect(answer.getByRole('status')).toContainText('401')
    const pasted = page.getByRole('textbox').last()
    for (const text of ['a=b; Path=/; Secure', 'a=b; Domain=other.example; Secure; secure', 'nothing', ''])
      await pasted.fill(text)
    expect(errors).toEqual([])
  })

  test(`the myths, ${locale}: one is settled`, async ({ page }) => {
    test.slow()
    const errors = brokenBy(page)
    await page.goto(pathIn(locale, '/myths'))
    await translate(page)
    const myth = page.getByRole('article').first()
    await myth.getByRole('button').click()
    await expect(myth.getByText(catalogue(locale, 'myths')('measured'))).toBeVisible(SLOW)
    expect(errors).toEqual([])
  })
}
