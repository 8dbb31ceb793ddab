/**
 * Does the database take writes? Found out by writing: one that is locked, read-only or full can still be read. A row of its own is enough
 * as long as nobody has met trouble; after that, and from time to time, it is all that a visitor writes.
 */
import type { PrismaClient } from '@/generated/prisma/client'
import { env } from '@/lib/process/env'
import { perProcess } from '@/lib/process/once'
import { allSandboxes, DatabaseUnavailable } from './client'
import { trouble } from './database-trouble'

/** Milliseconds after which what worked is tried again in earnest. */
const IN_EARNEST_EVERY = 60_000

interface State {
  asking: Promise<Error | null> | null
  /** Of the last trial that went well: performance.now(), and how often somebody had met trouble before it began. */
  triedAt: number
  met: number
  /** Of the last reading of all that found damage: performance.now() from which on it is worth another. */
  readAgainAt: number
}

const NEVER = Number.NEGATIVE_INFINITY

const state = () =>
  perProcess<State>('health', () => ({ asking: null, triedAt: NEVER, met: 0, readAgainAt: NEVER }))

/** null: it does. However many ask at the same time, it is tried once. */
export function refusalOfWrites(): Promise<Error | null> {
  const now = state()
  now.asking ??= tryToWrite(now)
    .then(
      () => null,
      (error: Error) => error,
    )
    .finally(() => {
      now.asking = null
    })
  return now.asking
}

async function tryToWrite(now: State): Promise<void> {
  // Sealing and signing need them, and without them nobody gets a sandbox.
  void [env.SESSION_PASSWORDS, env.JWT_KEYS]
  const all = allSandboxes()
  const checkedAt = new Date()
  const row = { where: { id: 1 }, create: { id: 1, checkedAt }, update: { checkedAt } }
  const { met, damaged } = trouble()
  if (met === now.met && performance.now() - now.triedAt < IN_EARNEST_EVERY) {
    await all.health.upsert(row)
    return
  }
  if (damaged) await readAll(all, now)
  await all.$transaction([...asVisitorsDo(all, checkedAt), all.health.upsert(row)])
  if (trouble().met === met) trouble().damaged = false
  Object.assign(now, { triedAt: performance.now(), met })
}

/** A row of each kind, which goes again in the same transaction. No name of a sandbox has blanks. */
function asVisitorsDo(all: PrismaClient, at: Date) {
  const id = 'health check'
  const ends = { createdAt: at, expiresAt: at }
  const user = { id, email: id, name: id, role: 'customer', discount: 0 }
  const order = { id, userId: id, strategy: 'session', total: 0, lines: '[]', createdAt: at }
  const session = { idHash: id, handle: id, device: 'laptop', cart: '{}', lastSeenAt: at, ...ends }
  const seen = { lastSeenAt: at, accessExpiresAt: at }
  const spent = { create: { tokenHash: id, spentAt: at } }
  const family = { id, subject: id, device: 'laptop', tokenHash: id, spent, ...seen, ...ends }
  const rows = {
    users: { create: user },
    orders: { create: order },
    sessions: { create: session },
    families: { create: family },
    carts: { create: { subject: id, lines: '{}', updatedAt: at } },
    denied: { create: { id, expiresAt: at } },
    generations: { create: { userId: id, generation: 1 } },
  }
  return [
    all.sandbox.create({ data: { id, ownerHash: id, ...ends, ...rows } }),
    all.sandbox.delete({ where: { id } }),
  ]
}

/** A tenth of the time at most goes into it, however often somebody asks. */
const SELDOM = 10

/** Every page of the file, and stops the process meanwhile: only where something was found in it that cannot be. */
async function readAll(all: PrismaClient, now: State): Promise<void> {
  const from = performance.now()
  if (from < now.readAgainAt) throw damage()
  const [found] = await all.$queryRawUnsafe<{ quick_check: string }[]>('PRAGMA quick_check(1)')
  if (found?.quick_check === 'ok') return
  now.readAgainAt = from + SELDOM * (performance.now() - from)
  throw damage()
}

const damage = () => new DatabaseUnavailable('SQLITE_CORRUPT: found by quick_check')
