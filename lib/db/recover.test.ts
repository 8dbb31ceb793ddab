import { expect, it } from 'vitest'
import { addressOf } from '@/lib/process/database-url'
import { UnfitDatabase } from '@/prisma/examine'
import { trouble } from './database-trouble'
import { isReadOnly, recoverDatabase, recovery } from './recover'

const url = process.env.DATABASE_URL!

it('tries again until the database could be prepared', async () => {
  const outcomes = [new Error('locked'), new Error('locked'), []]
  const prepare = async () => {
    const outcome = outcomes.shift()
    if (outcome instanceof Error) throw outcome
    return outcome ?? []
  }
  await recoverDatabase(url, prepare, 1)
  expect(outcomes).toEqual([])
  expect(recovery()).toBe('retry')
})

it('goes on once, however often it is asked for', async () => {
  let tries = 0
  const prepare = async () => {
    tries += 1
    return []
  }
  await Promise.all([recoverDatabase(url, prepare, 1), recoverDatabase(url, prepare, 1)])
  expect(tries).toBe(1)
})

it('waits for somebody where waiting does not help', () => {
  trouble().unfit = new UnfitDatabase('newer')
  expect(recovery()).toBe('operator')
  trouble().unfit = null
  expect(recovery()).toBe('retry')
})

it.each([
  ['a file that takes writes', url],
  ['one that is not there', addressOf('/not/there/shop.db')],
  ['a libSQL server', 'libsql://rows.example'],
])('%s is not read-only', (_, address) => {
  expect(isReadOnly(address)).toBe(false)
})
