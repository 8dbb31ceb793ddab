/** The figures of the table against the statements that the database client really sends. */
import { PrismaLibSql } from '@prisma/adapter-libsql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PrismaClient } from '@/generated/prisma/client'
import { createGenerationStore } from '@/lib/strategies/cookie/store'
import { type CartRow, createCartStore } from '@/lib/strategies/jwt/carts'
import { createDeniedTokenStore } from '@/lib/strategies/jwt/denied'
import { createRefreshFamilyStore, type FamilyRow } from '@/lib/strategies/jwt/store'
import { createUserKeyStore } from '@/lib/strategies/jwt/user-keys'
import type { AllPorts } from '@/lib/strategies/ports'
import { createSessionStore, type SessionRow } from '@/lib/strategies/session/store'
import { newDatabase } from '@/lib/testing/database'
import type { PortCall } from '../model/exchange'
import { watch } from './watch'

const SANDBOX = 'AAAAAAAAAAA'
const at = new Date('2026-11-23T04:00:00Z')
const statements: string[] = []
const steps: PortCall[] = []

/** Notes each statement on its way to the driver; the client's own query log leaves out those that fail. */
function overheard<T extends object>(driver: T): T {
  return new Proxy(driver, {
    get(target, name) {
      const member = Reflect.get(target, name)
      if (typeof member !== 'function') return member
      return async (...args: unknown[]) => {
        if (name === 'queryRaw' || name === 'executeRaw') statements.push((args[0] as { sql: string }).sql)
        const result = await member.apply(target, args)
        return name === 'connect' || name === 'startTransaction' ? overheard(result) : result
      }
    },
  })
}

const db = new PrismaClient({ adapter: overheard(new PrismaLibSql({ url: newDatabase() })) })

const stores = {
  sessions: createSessionStore(db, SANDBOX),
  families: createRefreshFamilyStore(db, SANDBOX),
  carts: createCartStore(db, SANDBOX),
  generations: createGenerationStore(db, SANDBOX),
  denied: createDeniedTokenStore(db, SANDBOX),
  userKeys: createUserKeyStore(db, SANDBOX),
}
const { sessions, families, carts, generations, denied, userKeys } = watch(
  { ...stores, now: () => at } as unknown as AllPorts,
  {
    strategy: 'session',
    sandbox: SANDBOX,
    device: 'laptop',
    problem: () => {},
    sent: () => {},
    answered: () => {},
    opened: () => {},
    micros: () => 0,
    step: (step) => void steps.push(step),
    learn: () => {},
  },
)

beforeAll(async () => {
  const row = { id: SANDBOX, ownerHash: 'h', createdAt: at, expiresAt: at }
  await db.sandbox.create({ data: row })
})
afterAll(() => db.$disconnect())

const session = (name: string): SessionRow => ({
  idHash: `hash-${name}`,
  handle: name,
  userId: 'mina',
  customer: null,
  device: 'laptop',
  cart: {},
  version: 1,
  createdAt: at,
  lastSeenAt: at,
  expiresAt: at,
})

const family = (name: string): FamilyRow => ({
  id: name,
  subject: 'mina',
  device: 'laptop',
  tokenHash: `hash-${name}`,
  generation: 1,
  createdAt: at,
  lastSeenAt: at,
  expiresAt: at,
  accessExpiresAt: at,
  endedAt: null,
  endedBecause: null,
})

const alive = (name: string) => ({ ...family(name), expiresAt: new Date(at.getTime() + 1) })
const atMostOne = (whenFull: 'end-oldest' | 'refuse-new') => ({ deviceLimit: 1, whenFull }) as const

const isAlive = () => true

const cart = (subject: string, version: number): CartRow => ({ subject, lines: {}, version })
const next = (tokenHash: string) => ({ tokenHash, at, accessExpiresAt: at })

/** In this order: each call finds what those before it left. `!` in the name: it finds nothing, or comes too late. */
const CALLS: [name: string, call: () => unknown][] = [
  ['sessions.insert', () => sessions.insert(session('a'))],
  ['sessions.find', () => sessions.find('hash-a')],
  ['sessions.find!', () => sessions.find('nobody')],
  ['sessions.save', () => sessions.save(session('a'), { apple: 1 }, at)],
  ['sessions.save!', () => sessions.save(session('a'), { apple: 1 }, at)],
  ['sessions.touch', () => sessions.touch(session('a'), at)],
  ['sessions.replace', () => sessions.replace({ ...session('a'), version: 2 }, session('b'))],
  ['sessions.replace!', () => sessions.replace(session('a'), session('c'))],
  ['sessions.list', () => sessions.list('mina')],
  ['sessions.endByHandle!', () => sessions.endByHandle('mina', 'nobody')],
  ['sessions.endOthers', () => sessions.endOthers('mina', 'hash-b')],
  ['sessions.storeWithin', () => sessions.storeWithin(session('d'), { ...atMostOne('end-oldest'), isAlive })],
  [
    'sessions.storeWithin!',
    () => sessions.storeWithin(session('e'), { ...atMostOne('refuse-new'), isAlive }),
  ],
  [
    'sessions.storeWithin',
    () => sessions.storeWithin(session('b'), { ...atMostOne('end-oldest'), isAlive, replaces: session('d') }),
  ],
  ['sessions.end', () => sessions.end('hash-b')],
  ['sessions.endAll', () => sessions.endAll('mina')],
  ['families.insert', () => families.insert(family('f'))],
  ['families.findByToken', () => families.findByToken('hash-f')],
  ['families.findByToken!', () => families.findByToken('nobody')],
  ['families.rotate', () => families.rotate(family('f'), next('hash-g'))],
  ['families.rotate!', () => families.rotate(family('f'), next('hash-h'))],
  ['families.prolong', () => families.prolong({ ...family('f'), tokenHash: 'hash-g' }, next('hash-g'))],
  ['families.prolong!', () => families.prolong(family('f'), next('hash-f'))],
  ['families.spentBetween', () => families.spentBetween('hash-f', at, at)],
  ['families.spentBetween!', () => families.spentBetween('hash-g', at, at)],
  ['families.findBySpentToken', () => families.findBySpentToken('hash-f')],
  ['families.findBySpentToken!', () => families.findBySpentToken('nobody')],
  ['families.list', () => families.list('mina')],
  ['families.endOne!', () => families.endOne('mina', 'nobody', 'forced', at)],
  ['families.endOthers', () => families.endOthers('mina', 'f', 'forced', at)],
  ['families.endAll', () => families.endAll('mina', 'forced', at)],
  ['families.end!', () => families.end('f', 'signed_out', at)],
  ['families.insertWithin', () => families.insertWithin(alive('k'), atMostOne('end-oldest'))],
  ['families.insertWithin!', () => families.insertWithin(alive('l'), atMostOne('refuse-new'))],
  ['families.insertWithin', () => families.insertWithin(alive('m'), atMostOne('end-oldest'))],
  ['carts.find!', () => carts.find('guest-1')],
  ['carts.save', () => carts.save(cart('guest-1', 0), { apple: 1 }, at)],
  ['carts.save!', () => carts.save(cart('guest-1', 0), { apple: 1 }, at)],
  ['carts.save', () => carts.save(cart('guest-1', 1), { apple: 2 }, at)],
  ['carts.find', () => carts.find('guest-1')],
  ['carts.merge!', () => carts.merge(cart('guest-1', 2), cart('mina', 7), { apple: 2 }, at)],
  ['carts.merge', () => carts.merge(cart('guest-1', 2), cart('mina', 0), { apple: 2 }, at)],
  ['generations.current', () => generations.current('mina')],
  ['generations.raise', () => generations.raise('mina')],
  ['generations.raise', () => generations.raise('mina')],
  ['generations.current', () => generations.current('mina')],
  ['denied.has', () => denied.has(['jti:a', 'sid:b'])],
  ['denied.add', () => denied.add('sid:b', at)],
  ['denied.add', () => denied.add('sid:b', at)],
  ['denied.has!', () => denied.has(['jti:a', 'sid:b'])],
  ['userKeys.current', () => userKeys.current('mina')],
  ['userKeys.change', () => userKeys.change('mina')],
  ['userKeys.change', () => userKeys.change('mina')],
]

test.each(CALLS)('%s', async (name, call) => {
  statements.length = 0
  steps.length = 0
  await call()
  const [{ port, operation, ok, reads, writes } = {} as PortCall] = steps
  expect(`${port}.${operation}${ok ? '' : '!'}`).toBe(name)
  const isRead = (statement: string) => statement.startsWith('SELECT')
  const isWrite = (statement: string) => /^(INSERT|UPDATE|DELETE)/.test(statement)
  expect({ reads, writes }, statements.join('\n')).toEqual({
    reads: statements.filter(isRead).length,
    writes: statements.filter(isWrite).length,
  })
})

test('every operation of the stores was called', () => {
  const called = new Set(CALLS.map(([name]) => name.replace('!', '')))
  const all = Object.entries(stores).flatMap(([port, store]) =>
    Object.keys(store).map((operation) => `${port}.${operation}`),
  )
  expect(all.filter((name) => !called.has(name))).toEqual([])
})
