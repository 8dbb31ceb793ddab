/**
 * One measurement for each row of differences.ts: real requests in a fresh sandbox, the dials as asked. What
 * comes back is what happened, in the words of the table.
 */

import type { ShopClient } from '@/lib/client/shop-client'
import { allSandboxes, db } from '@/lib/db/client'
import { PRODUCTS } from '@/lib/shop/catalogue'
import type { DifferenceName } from '@/lib/strategies/differences'
import { ACCESS_TOKEN_LIFE, REFRESH_LIFE } from '@/lib/strategies/lifetimes'
import type { Device, StrategyName } from '@/lib/strategies/strategy'
import type { HeaderLine } from '@/lib/trace/model/exchange'
import { counted } from './counted'
import type { FreshSandbox } from './sandbox'

type Measure = (world: FreshSandbox, strategy: StrategyName) => Promise<unknown>

async function signedIn(world: FreshSandbox, strategy: StrategyName, device: Device = 'laptop') {
  const client = world.client(strategy, device)
  const answer = await world.signIn(client)
  if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status} ${answer.body?.code}`)
  return client
}

const lives = async (client: ShopClient) => (await client.get('me')).body.customer?.name === 'Mina Park'
/** Where a page or a neighbouring host could put it before anybody signs in: in jwt that is the cookie of the refresh token. */
export function plant(client: ShopClient, value: string): void {
  if (client.strategy === 'jwt') client.hold('__Secure-refresh', value, '/refresh')
  else client.present(value)
}

const worth = async (client: ShopClient) => ((await lives(client)) ? 'accepted' : 'refused')

/** The first second at which a visitor who does `meanwhile` is no longer known, found by turning the clock. */
async function endOf(
  world: FreshSandbox,
  client: ShopClient,
  candidates: number[],
  meanwhile?: () => Promise<unknown>,
) {
  let passed = 0
  for (const end of candidates.toSorted((a, b) => a - b)) {
    for (const at of [end - 1, end]) {
      await passing(world, at - passed, meanwhile)
      passed = at
      if (!(await lives(client))) return at
    }
  }
  return null
}

async function passing(world: FreshSandbox, seconds: number, meanwhile?: () => Promise<unknown>) {
  const step = 15
  const stops = meanwhile && seconds > step ? Math.min(96, Math.floor(seconds / step)) : 1
  for (let stop = 1; stop <= stops; stop++) {
    world.later(Math.floor((seconds * stop) / stops) - Math.floor((seconds * (stop - 1)) / stops))
    if (stop < stops) await meanwhile?.()
  }
}

/** A guest who added an apple `seconds` ago and was not seen since. */
async function unusedSince(world: FreshSandbox, strategy: StrategyName, seconds: number) {
  const guest = world.client(strategy)
  await guest.add('apple')
  world.later(seconds)
  return guest
}

const ENDS = [10, 30, 60, 65, 90, 300, 900, 1800, 3600, 28_800, 43_200]

async function fill(client: ShopClient, lines: number) {
  for (const { sku } of PRODUCTS.slice(0, lines)) {
    const { status, body } = await client.add(sku)
    if (status !== 200) return body.code
  }
  return (await client.get('cart')).body.lines.length === lines ? 'fits' : 'acknowledged, then lost'
}

/** The Set-Cookie line that a sign-in writes for the credential of the lane. */
async function line(world: FreshSandbox, strategy: StrategyName) {
  return (await world.signIn(world.client(strategy))).setCookie[0] ?? ''
}

export const MEASURES: Record<DifferenceName, Measure> = {
  async ownEnd(world, strategy) {
    for (const at of ENDS.flatMap((end) => [end - 1, end])) {
      // Each looked at once only: looking is using.
      const guest = await unusedSince(world, strategy, at)
      if ((await guest.get('cart')).status !== 200) return at
    }
    return null
  },
  async absoluteEnd(world, strategy) {
    const client = await signedIn(world, strategy)
    if (strategy !== 'jwt') return endOf(world, client, ENDS, () => client.get('cart'))
    // Active here means: it refreshes whenever it can. What counts is whether it still can.
    const first = await client.post('refresh')
    if (first.status !== 200) return endOf(world, client, ENDS)
    world.later(REFRESH_LIFE - 1)
    if ((await client.post('refresh')).status !== 200) return null
    world.later(1)
    return (await client.post('refresh')).status === 401 ? REFRESH_LIFE : null
  },
  async oldCredentialAfterSignIn(world, strategy) {
    const client = world.client(strategy)
    await client.add('apple')
    const old = client.copy()
    await world.signIn(client)
    const { status } = await old.get('cart')
    return status === 200 ? 'accepted' : 'refused'
  },
  async plantedValueAfterSignIn(world, strategy) {
    const planted = 'A'.repeat(43)
    const client = world.client(strategy)
    plant(client, planted)
    await client.add('apple')
    await world.signIn(client)
    const attacker = world.client(strategy)
    plant(attacker, planted)
    if (strategy === 'jwt' && (await attacker.post('refresh')).status !== 200) return 'refused'
    return worth(attacker)
  },
  async copyAfterSignOut(world, strategy) {
    const client = await signedIn(world, strategy)
    const copy = client.copy()
    await client.send('POST', 'sign-out')
    return worth(copy)
  },
  async copyAfterForcedSignOut(world, strategy) {
    const client = await signedIn(world, strategy)
    await world.desk('POST', 'force-sign-out', { email: 'mina@shop.example' })
    return worth(client)
  },
  async copyOneAccessLifeLater(world, strategy) {
    const client = await signedIn(world, strategy)
    await world.desk('POST', 'force-sign-out', { email: 'mina@shop.example' })
    world.later(ACCESS_TOKEN_LIFE)
    return worth(client)
  },
  async copyAfterPasswordChange(world, strategy) {
    const phone = await signedIn(world, strategy, 'phone')
    const client = await signedIn(world, strategy)
    // A token counts whole seconds: one issued in the same second is not from before.
    world.later(1)
    const change = { current: world.passwordOf('mina'), next: 'correct horse battery' }
    const { status } = await client.post('password', change)
    if (status >= 300) throw new Error(`password answered ${status}`)
    return worth(phone)
  },
  async devices(world, strategy) {
    const client = await signedIn(world, strategy)
    const { status, body } = await client.get('devices')
    return status === 200 && body.devices.length === 1 ? 'listed' : body.code
  },
  async secondSignIn(world, strategy) {
    const laptop = await signedIn(world, strategy)
    const phone = world.client(strategy, 'phone')
    const { status } = await world.signIn(phone)
    if (status === 409) return (await lives(laptop)) ? 'second refused' : 'both refused'
    return (await lives(laptop)) ? 'both live' : 'first ended'
  },
  async parallelAdds(world, strategy) {
    const client = await signedIn(world, strategy)
    const skus = ['apple', 'pear', 'plum', 'lemon']
    const copies = skus.map(() => client.copy())
    await Promise.all(copies.map((copy, index) => copy.add(skus[index]!)))
    // What the browser keeps is what the last answer said.
    return (await copies.at(-1)!.get('cart')).body.lines.length === skus.length ? 'kept' : 'lost'
  },
  async cartOnSecondDevice(world, strategy) {
    await (await signedIn(world, strategy)).add('apple', 3)
    const phone = await signedIn(world, strategy, 'phone')
    return (await phone.get('cart')).body.lines.length === 0 ? 'own' : 'shared'
  },
  async cartAfterSignOut(world, strategy) {
    const client = await signedIn(world, strategy)
    await client.add('apple')
    await client.send('POST', 'sign-out')
    client.accessToken = null
    await world.signIn(client)
    return (await client.get('cart')).body.lines.length === 0 ? 'gone' : 'kept'
  },
  async discountChange(world, strategy) {
    const client = await signedIn(world, strategy)
    await client.add('apple', 10)
    await world.sandbox.users.setDiscount('mina', 50)
    const isUsed = async () => (await client.get('cart')).body.discount === 300
    if (await isUsed()) return 'next request'
    if (strategy === 'jwt' && (await client.post('refresh')).status === 200 && (await isUsed()))
      return 'next refresh'
    await world.signIn(client)
    return (await isUsed()) ? 'next sign-in' : 'never'
  },
  async readableByHolder(world, strategy) {
    const client = await signedIn(world, strategy)
    const parts = client.credential!.split(/[.*~]/)
    return parts.some((part) => Buffer.from(part, 'base64url').toString('latin1').includes('mina'))
  },
  async alterableByHolder(world, strategy) {
    const client = await signedIn(world, strategy)
    const [head, ...rest] = client.credential!.split('.')
    const altered = Buffer.from(head!, 'base64url')
      .toString('latin1')
      .replace('"discount":10', '"discount":90')
    client.present([Buffer.from(altered, 'latin1').toString('base64url'), ...rest].join('.'))
    await client.add('apple', 10)
    return (await client.get('cart')).body?.discount === 540
  },
  async readableByPageScript(world, strategy) {
    const client = world.client(strategy)
    const { body, setCookie } = await world.signIn(client)
    // In the body: page code has it. In a cookie: only HttpOnly keeps it out of document.cookie.
    if (body.accessToken) return true
    return setCookie.some((text) => text.includes(client.credential!) && !text.includes('; HttpOnly'))
  },
  async databaseCopySignsIn(world, strategy) {
    const client = await signedIn(world, strategy)
    const thief = world.client(strategy)
    const rows = await Promise.all([
      allSandboxes().session.findMany(),
      allSandboxes().refreshFamily.findMany(),
    ])
    const mine = rows.flat().filter(({ sandboxId }) => sandboxId === world.sandbox.id)
    for (const row of mine)
      for (const value of Object.values(row))
        if (typeof value === 'string' && value.length >= 20) {
          thief.present(value)
          if (await lives(thief)) return true
        }
    return !(await lives(client))
  },
  async writeFromElsewhere(world, strategy) {
    const client = await signedIn(world, strategy)
    // What a browser lets another site send: cookies and a form, and no Authorization.
    if (!client.jar.cookies.some(({ path }) => path === client.path)) return 'refused'
    client.accessToken = null
    const form: HeaderLine[] = [
      ['Origin', 'https://evil.example'],
      ['Sec-Fetch-Site', 'cross-site'],
      ['Content-Type', 'application/x-www-form-urlencoded'],
    ]
    await client.send('POST', 'cart/items', 'sku=cheese&quantity=9', form)
    return (await client.get('cart')).body.lines.length > 0 ? 'accepted' : 'refused'
  },
  async sameSite(world, strategy) {
    const [pair, ...attributes] = (await line(world, strategy)).split('; ')
    if (!pair) return null
    const written = attributes.find((attribute) => /^SameSite\b/i.test(attribute))
    return written?.replace(/^SameSite=/, '') ?? 'absent'
  },
  outlivesBrowser: async (world, strategy) => /; Max-Age=\d+/.test(await line(world, strategy)),
  costOfMe: async (world, strategy) => cost(world, strategy, (client) => client.get('me')),
  costOfCartRead: async (world, strategy) => cost(world, strategy, (client) => client.get('cart')),
  costOfCartWrite: async (world, strategy) => cost(world, strategy, (client) => client.add('pear')),
  fiftyLines: async (world, strategy) => fill(await signedIn(world, strategy), 50),
  wholeCatalogue: async (world, strategy) => fill(await signedIn(world, strategy), PRODUCTS.length),
  async refreshTwice(world, strategy) {
    const client = await signedIn(world, strategy)
    if (!client.refreshToken) return 'no refresh'
    const copy = client.copy()
    await client.post('refresh')
    const second = await copy.post('refresh')
    const family = await db().refreshFamily.findFirst({ where: { sandboxId: world.sandbox.id } })
    if (second.status !== 200) return family?.endedAt ? 'refused, family ends' : 'refused, family lives'
    const isRotating = world.sandbox.dials.jwt.refresh === 'rotating'
    return isRotating && copy.refreshToken === client.refreshToken ? 'same successor' : 'accepted'
  },
  async refreshAlone(world, strategy) {
    const client = await signedIn(world, strategy)
    if (!client.refreshToken) return 'no refresh'
    client.accessToken = null
    return (await client.post('refresh')).status === 200 ? 'accepted' : 'refused'
  },
  async algorithm(world, strategy) {
    if (strategy !== 'jwt') return null
    const client = await signedIn(world, strategy)
    return JSON.parse(Buffer.from(client.accessToken!.split('.')[0]!, 'base64url').toString()).alg
  },
}

async function cost(
  world: FreshSandbox,
  strategy: StrategyName,
  ask: (client: ShopClient) => Promise<unknown>,
) {
  const client = await signedIn(world, strategy)
  await client.add('apple')
  return counted(() => ask(client))
}
