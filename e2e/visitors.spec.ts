/** Nobody sees another's sandbox; one visitor may have many tabs. */
import { stepsOf } from '@/lib/reading/timeline/steps-of'
import { anotherVisitor, COOKIE_NAME, expect, LANES, Site, test } from './fixtures'

test('two visitors are strangers', async ({ site, browser }) => {
  await site.act('Sign in as Mina', 'sign-in')
  await site.act('Add Apple', 'cart.add')
  const mine = await site.sandboxId()
  const context = await browser.newContext()
  const other = await anotherVisitor(context)
  expect(await other.sandboxId()).not.toBe(mine)

  // The other one knows the public name of my sandbox, and gets a guest's empty cart.
  for (const lane of LANES) {
    const seen = await other.page.evaluate(
      async (path) => (await fetch(path)).json(),
      `/api/${lane}/${mine}/laptop/cart`,
    )
    expect(seen.lines).toEqual([])
  }
  const exchange = (await site.exchanges()).at(-1)!
  expect((await other.control(`/exchanges/${exchange.id}`)).status).toBe(404)
  expect((await other.exchanges()).filter(({ request }) => request.target.includes(mine))).toEqual([])
  await other.control('/force-sign-out', 'POST', { email: 'mina@shop.example' })
  await other.control('', 'DELETE')
  const me = await site.page.evaluate(
    async (path) => (await fetch(path)).json(),
    `/api/session/${mine}/laptop/me`,
  )
  expect(me.customer.name).toBe('Mina Park')
  await context.close()
})

test('cookies lie apart by Path, and no script can read them', async ({ site, page, context }) => {
  await site.act('Sign in as Mina', 'sign-in')
  const id = await site.sandboxId()
  const cookies = await context.cookies(
    LANES.map((lane) => `http://localhost/api/${lane}/${id}/laptop/refresh`),
  )
  for (const lane of LANES) {
    const cookie = cookies.find(({ name }) => name === COOKIE_NAME[lane])!
    const path = `/api/${lane}/${id}/laptop${lane === 'jwt' ? '/refresh' : ''}`
    expect(cookie).toMatchObject({
      path,
      httpOnly: true,
      secure: true,
      sameSite: lane === 'jwt' ? 'Strict' : 'Lax',
    })
  }
  expect(await page.evaluate(() => document.cookie)).toBe('')
  expect(await page.evaluate(() => Object.values(localStorage).join())).not.toContain('eyJ')
})

test('eight tabs work, and share one event stream', async ({ site, context }) => {
  const tabs = [site]
  while (tabs.length < 8) {
    const tab = new Site(await context.newPage())
    await tab.open(tabs.length % 2 ? '/' : `/?device=phone`)
    tabs.push(tab)
  }
  await tabs[7]!.act('Add Pear', 'cart.add')
  await allShowAsMuch(tabs)

  // The tab that held the stream goes; another takes over.
  await site.page.close()
  await tabs[6]!.act('Add Apple', 'cart.add')
  await allShowAsMuch(tabs.slice(1))
})

/** Each has drawn all steps of the sandbox, whichever device it has in hand. */
async function allShowAsMuch(tabs: readonly Site[]) {
  const steps = stepsOf(await tabs[0]!.exchanges(), []).length
  for (const tab of tabs)
    await expect(tab.page.getByRole('slider').first()).toHaveAttribute('aria-valuemax', String(steps))
}
