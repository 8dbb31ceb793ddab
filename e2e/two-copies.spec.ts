/** Cookies know no ports: copies of the site on one host share the owner's cookie, and leave each other alone. */
import { expect, LANES, Site, test } from './fixtures'
import { type OwnServer, ownServer } from './own-server'

let a: OwnServer
let b: OwnServer
test.beforeAll(async () => {
  ;[a, b] = await Promise.all([ownServer(), ownServer()])
})
test.afterAll(() => Promise.all([a?.remove(), b?.remove()]))

const OWNER = '__Secure-owner'

test('two copies on two ports: each keeps its sandbox, and acts in it', async ({ context }) => {
  const here = new Site(await context.newPage())
  await here.open(a.origin)
  await here.act('Add Apple', 'cart.add')
  await here.act('Sign in as Mina', 'sign-in')
  const there = new Site(await context.newPage())
  await there.open(b.origin)
  const ids = [await here.sandboxId(), await there.sandboxId()]
  await here.page.bringToFront()
  await here.button('Force sign-out everywhere').click()
  await expect(here.lane('session').getByText('Refused at once')).toBeVisible()
  await there.act('Add Pear', 'cart.add')
  for (const site of [here, there]) {
    await site.page.reload()
    await expect(site.button('Add Apple')).toBeEnabled()
  }
  expect([await here.sandboxId(), await there.sandboxId()]).toEqual(ids)

  // Starting over in the one ends nothing of the other.
  await there.button('Start over').first().click()
  await there.page.getByRole('dialog').getByRole('button', { name: 'Start over' }).click()
  await expect
    .poll(async () => (await there.control<{ sandbox?: { id: string } }>('')).body?.sandbox?.id)
    .not.toBe(ids[1])
  expect(await here.sandboxId()).toBe(ids[0])
})

test('another program’s cookie of that name does no harm; the key deleted or replaced is called that', async ({
  context,
}) => {
  const site = new Site(await context.newPage())
  const planted = { name: OWNER, value: 'x'.repeat(43), domain: 'localhost', path: '/', secure: true }
  await context.addCookies([planted])
  await site.open(a.origin)
  const id = await site.sandboxId()
  await site.act('Sign in as Mina', 'sign-in')
  const force = site.button('Force sign-out everywhere')
  const cart = () =>
    site.page.evaluate(async (path) => (await fetch(path)).status, `/api/session/${id}/laptop/cart`)

  const key = (await context.cookies(`${a.origin}/api/sandbox`)).find(({ path }) => path === '/api/sandbox')!
  await context.clearCookies({ name: OWNER })
  await force.click()
  await expect(site.page.getByText(/^This browser sent no key to this sandbox/)).toContainText(
    /lives until \S/,
  )
  expect(await cart()).toBe(200)
  for (const lane of LANES) await expect(site.lane(lane)).toBeVisible()

  await context.addCookies([key])
  await site.open(a.origin)
  expect(await site.sandboxId()).toBe(id)
  await context.addCookies([{ ...key, value: planted.value }])
  await force.click()
  await expect(site.page.getByText(/^The key that this browser sends opens no sandbox here/)).toContainText(
    /lives until \S/,
  )
  await expect(site.page.getByText(/has ended/)).toHaveCount(0)
  await site.button('Open a new one').click()
  await expect(site.button('Add Apple')).toBeEnabled()
  expect(await site.sandboxId()).not.toBe(id)
})
