import { expect, test } from 'vitest'
import { db } from './db'

const at = new Date('2030-01-01T00:00:00Z')
const sandbox = (id: string) => ({ id, ownerHash: `hash of ${id}`, createdAt: at, expiresAt: at })

test('rows of a sandbox end with it', async () => {
  await db().sandbox.create({
    data: { ...sandbox('one'), carts: { create: { subject: 'mina', lines: '{}', updatedAt: at } } },
  })
  await db().sandbox.delete({ where: { id: 'one' } })
  expect(await db().cart.count()).toBe(0)
})

test('dates come back as they were', async () => {
  await db().sandbox.create({ data: sandbox('two') })
  expect((await db().sandbox.findUniqueOrThrow({ where: { id: 'two' } })).createdAt).toEqual(at)
})
