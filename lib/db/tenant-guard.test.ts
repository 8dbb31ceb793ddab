import { beforeAll, describe, expect, it } from 'vitest'
import { Prisma } from '@/generated/prisma/client'
import { type FreshSandbox, freshSandbox } from '@/lib/testing/sandbox'
import { allSandboxes, db } from './client'

const at = new Date('2030-01-01T00:00:00Z')
let one: FreshSandbox
let other: FreshSandbox
beforeAll(async () => {
  one = await freshSandbox()
  other = await freshSandbox()
  for (const world of [one, other]) await world.signIn(world.client('jwt'))
})

const tables = Object.values(Prisma.ModelName)
type Table = { findMany(args?: object): Promise<object[]>; deleteMany(args?: object): Promise<unknown> }
const table = (name: string) =>
  (db() as unknown as Record<string, Table>)[name[0]!.toLowerCase() + name.slice(1)]!

describe.each(tables)('%s', (name) => {
  it.each([
    ['nothing', undefined],
    ['an empty condition', { where: {} }],
    [
      'a sandbox that is undefined',
      { where: { sandboxId: undefined, id: undefined, family: { sandboxId: undefined } } },
    ],
    ['a condition on something else', { where: { OR: [] } }],
  ])('is neither read nor emptied with %s', async (_, args) => {
    await expect(async () => table(name).findMany(args)).rejects.toThrow(`${name}.findMany names no sandbox`)
    await expect(async () => table(name).deleteMany(args)).rejects.toThrow('names no sandbox')
  })
})

describe('a query that names its sandbox', () => {
  it('finds its own rows and no others', async () => {
    const where = { sandboxId: one.sandbox.id }
    expect(await db().user.count({ where })).toBe(2)
    expect(await db().refreshFamily.count({ where })).toBe(1)
    expect(
      await db().cart.findUnique({ where: { sandboxId_subject: { ...where, subject: 'x' } } }),
    ).toBeNull()
    expect(await db().spentRefreshToken.count({ where: { family: where } })).toBe(0)
    expect(await allSandboxes().user.count()).toBe(4)
  })

  it('is needed in a transaction, too', async () => {
    const count = db().$transaction((transaction) => transaction.session.count())
    await expect(count).rejects.toThrow('Session.count names no sandbox')
  })

  it('is needed for every row that is inserted', async () => {
    const row = { subject: 'x', lines: '{}', updatedAt: at }
    const data = [{ ...row, sandboxId: one.sandbox.id }, row]
    await expect(async () => db().cart.createMany({ data: data as never })).rejects.toThrow(
      'names no sandbox',
    )
  })
})
