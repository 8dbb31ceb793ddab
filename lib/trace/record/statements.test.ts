/** The statements of a step are those that reached the driver during it, and say nothing that signs in. */
import { describe, expect, test } from 'vitest'
import { watchedShop } from '@/lib/testing/watched-shop'
import { maskExchange } from '../export/mask'
import type { Exchange } from '../model/exchange'

const shop = watchedShop()

const verbs = ({ steps }: Exchange) =>
  Object.fromEntries(
    steps.flatMap(({ port, operation, statements }) =>
      statements ? [[`${port}.${operation}`, statements.map(({ sql }) => sql.split(' ')[0])]] : [],
    ),
  )

describe('the statements of a step', () => {
  test('are those of its own call', async () => {
    const laptop = shop.client('session')
    expect(verbs(await laptop.add())).toEqual({ 'sessions.insert': ['INSERT'] })
    expect(verbs(await laptop.add())).toEqual({ 'sessions.find': ['SELECT'], 'sessions.save': ['UPDATE'] })
  })

  test('leave out what the shop does with its own data', async () => {
    const laptop = shop.client('cookie')
    expect(verbs(await laptop.signIn())).toEqual({})
  })

  test('show where a transaction begins and ends', async () => {
    const laptop = shop.client('jwt')
    await laptop.add()
    const refreshed = await laptop.post('refresh')
    expect(verbs(refreshed)).toMatchObject({ 'families.rotate': ['BEGIN', 'UPDATE', 'INSERT', 'COMMIT'] })
  })

  test('count what the table of ports says', async () => {
    const laptop = shop.client('jwt')
    await laptop.add()
    await laptop.signIn()
    for (const exchange of [await laptop.add(), await laptop.get('devices'), await laptop.post('refresh')]) {
      for (const { reads, writes, statements = [] } of exchange.steps) {
        const counted = statements.filter(({ sql }) => !/^(BEGIN|COMMIT)/.test(sql)).length
        expect(counted).toBe(reads + writes)
      }
    }
  })
})

describe('a value', () => {
  test.each(['hashed', 'raw'] as const)('is never a credential, the id stored %s', async (storedId) => {
    await shop.world.turn('session', { storedId })
    const laptop = shop.client('session')
    await laptop.signIn()
    const { steps } = await laptop.add()
    const told = JSON.stringify(steps)
    const id = laptop.held.credential!
    expect(told).toContain('"characters":43')
    expect(told).not.toContain(id.slice(0, 8))
  })

  test('is a number, a time, or the length of a text', async () => {
    const laptop = shop.client('session')
    await laptop.add()
    const save = (await laptop.add()).steps.find(({ operation }) => operation === 'save')!
    const [{ values } = { values: [] }] = save.statements!
    const times = values.filter((value) => typeof value === 'string')
    expect(times.map((time) => Number.isNaN(Date.parse(String(time))))).toEqual([false])
    expect(values.filter((value) => typeof value === 'number')).toEqual([2, 1])
    expect(values.filter((value) => typeof value === 'object')).toHaveLength(3)
  })
})

test('lists and events go without them; the whole exchange has them', async () => {
  const exchange = await shop.client('session').add()
  expect(verbs(exchange)).toEqual({ 'sessions.insert': ['INSERT'] })
  expect(verbs(maskExchange(exchange))).toEqual({})
})
