/** Nothing that leaves unasked holds a credential: tried on real exchanges of every kind, with every position of every dial. */
import { expect, test } from 'vitest'
import { DEFAULT_DIALS, DIALS } from '@/lib/strategies/dials'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { watchedShop } from '@/lib/testing/watched-shop'
import type { Exchange } from '../model/exchange'
import { timelineOf } from '../publish/timeline'
import { maskArtifact, maskExchange, SHOWN } from './mask'

const shop = watchedShop()

/** Every dial of a lane on its n-th position: together these walks pass all positions. */
function turnsOf(strategy: StrategyName): Record<string, unknown>[] {
  const dials = Object.entries(DIALS[strategy]).map(([name, { values }]) => ({ name, values }))
  const most = Math.max(...dials.map(({ values }) => values.length))
  return Array.from({ length: most }, (_, n) =>
    Object.fromEntries(dials.map(({ name, values }) => [name, values[n % values.length]])),
  )
}

/** Every credential that went over the wire or lay anywhere: values of cookies, tokens, raw ids. */
function secretsOf(exchanges: readonly Exchange[]): string[] {
  const inHeads = exchanges.flatMap(({ request, response }) =>
    [...request.headers, ...(response?.headers ?? [])].flatMap(([name, value]) => {
      if (/^(set-)?cookie$/i.test(name)) return value.split('; ').map((pair) => pair.replace(/^[^=]*=/, ''))
      return /^authorization$/i.test(name) ? value.replace(/^\w+ /, '') : []
    }),
  )
  const atRest = exchanges
    .flatMap(({ stored }) => [...stored.before, ...stored.after])
    .map(({ value }) => value)
  const all = [...inHeads, ...atRest].filter((value) => value !== null)
  return [...new Set(all)].filter((value) => value.length > 20 && !value.startsWith('/'))
}

async function everyKindOfExchange(strategy: StrategyName, turns: Record<string, unknown>) {
  const laptop = shop.client(strategy)
  await shop.world.turn(strategy, turns)
  await laptop.add()
  await laptop.signIn()
  await laptop.add('pear')
  if (laptop.held.refreshToken) await laptop.post('refresh')
  await shop.client(strategy, 'phone').signIn()
  await laptop.get('devices')
  const { held } = laptop
  const { accessToken } = held
  const { cookies } = held.jar
  held.jar.cookies = cookies.flatMap((one) => [one, { ...one, value: one.value.slice(0, -1) }])
  held.accessToken = accessToken && `${accessToken.slice(0, -4)}AAAA`
  await laptop.get('cart')
  held.jar.cookies = cookies
  held.accessToken = accessToken
  // What was made with the dials turned stays where it is, and is still a credential when they are turned again.
  await shop.world.turn(strategy, Object.fromEntries(Object.entries(DEFAULT_DIALS[strategy])))
  await laptop.get('cart')
  await laptop.post('sign-out')
}

const walks = STRATEGIES.flatMap((strategy) => turnsOf(strategy).map((turns) => ({ strategy, turns })))

test.each(walks)(
  '$strategy, walk %#',
  async ({ strategy, turns }) => {
    const rows: string[] = []
    const timeline = timelineOf(shop.world.sandbox.id)!
    timeline.subscribe((event) => {
      if (event.type === 'stored') rows.push(JSON.stringify(event.rows.map(maskArtifact)))
    })
    await everyKindOfExchange(strategy, turns)
    const exchanges = timeline.after(0)
    const told = `${JSON.stringify(exchanges.map(maskExchange))} ${rows.join()}`
    const secrets = secretsOf(exchanges)
    expect(secrets.length).toBeGreaterThan(1)
    const leaked = secrets.filter(
      (secret) => told.includes(secret.slice(SHOWN)) || told.includes(secret.slice(-20)),
    )
    expect(leaked).toEqual([])
  },
  20_000,
)
