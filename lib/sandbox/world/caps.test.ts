/** How many rows one sandbox may have, asked of the database itself (prisma/migrations/0003_caps, 0005_spent_cap, 0006_guest_caps). */
import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { createRefreshFamilyStore } from '@/lib/strategies/jwt/store'
import { createSessionStore } from '@/lib/strategies/session/store'
import { freshSandbox } from '@/lib/testing/sandbox'

const at = new Date('2030-01-01T00:00:00Z')
const later = new Date('2030-01-01T12:00:00Z')
const times = { createdAt: at, lastSeenAt: at, expiresAt: later }

const session = (nth: number, userId: string | null = 'mina') => ({
  ...times,
  idHash: `hash-${nth}-${Math.random()}`,
  handle: `handle-${nth}-${Math.random()}`,
  userId,
  customer: null,
  device: 'laptop' as const,
  cart: {},
  version: 1,
})

const family = (nth: number, subject = 'mina') => ({
  ...times,
  id: `family-${nth}-${Math.random()}`,
  subject,
  device: 'laptop' as const,
  tokenHash: `token-${nth}-${Math.random()}`,
  generation: 1,
  accessExpiresAt: at,
  endedAt: null,
  endedBecause: null,
})

const full = { name: 'SandboxFull' }

/** Few at a time, in a family that is emptied again: what counts them looks at all that are there. */
async function spend(familyId: string, count: number, at: number) {
  const staged = family(0)
  const elsewhere = await freshSandbox()
  await createRefreshFamilyStore(db(), elsewhere.sandbox.id).insert(staged)
  for (let left = count; left > 0; left -= at) {
    await db()
      .$executeRaw`WITH RECURSIVE nth(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM nth WHERE n < ${Math.min(at, left)})
      INSERT INTO SpentRefreshToken SELECT ${left} || '-' || n || ${familyId}, ${staged.id}, '2030-01-01' FROM nth`
    await db().$executeRaw`UPDATE SpentRefreshToken SET familyId = ${familyId} WHERE familyId = ${staged.id}`
  }
}

describe('a full sandbox', () => {
  it('takes 200 session rows and not one more, however they come', async () => {
    const { sandbox } = await freshSandbox()
    const store = createSessionStore(db(), sandbox.id)
    for (let nth = 1; nth < 199; nth++) await store.insert(session(nth))
    const last = await Promise.allSettled([1, 2, 3, 4].map((nth) => store.insert(session(nth))))
    expect(last.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    await expect(store.insert(session(0))).rejects.toMatchObject(full)
    expect(await db().session.count({ where: { sandboxId: sandbox.id } })).toBe(200)
  })

  it('takes 50 refresh families that are alive; an ended one makes room', async () => {
    const { sandbox } = await freshSandbox()
    const store = createRefreshFamilyStore(db(), sandbox.id)
    const families = Array.from({ length: 50 }, (_, nth) => family(nth))
    for (const one of families) await store.insert(one)
    await expect(store.insert(family(0))).rejects.toMatchObject(full)
    await store.end(families[0]!.id, 'signed_out', at)
    await store.insert(family(0))
  })

  it('takes 20 000 spent refresh tokens; then a token stays unspent, and one that comes twice is still told', async () => {
    const { sandbox, client, desk } = await freshSandbox()
    const owner = client('jwt')
    await owner.add('apple')
    const stolen = owner.copy()
    await owner.post('refresh')
    const kept = family(1)
    await createRefreshFamilyStore(db(), sandbox.id).insert(kept)
    await spend(kept.id, 19_998, 400)
    expect((await owner.post('refresh')).status).toBe(200)
    const refused = await owner.post('refresh')
    expect(refused).toMatchObject({ status: 409, body: { code: 'sandbox_full' }, setCookie: [] })
    expect((await owner.get('cart')).status).toBe(200)
    expect((await stolen.post('refresh')).status).toBe(401)
    expect((await owner.post('refresh')).body.code).toBe('credential_refused')
    await desk('POST', 'acts', { act: 'purge' })
    const newcomer = client('jwt')
    await newcomer.add('apple')
    expect((await newcomer.post('refresh')).status).toBe(200)
  })

  it('says so, keeps what it has, and lets nobody else wait', async () => {
    const { sandbox, client, desk } = await freshSandbox()
    const store = createSessionStore(db(), sandbox.id)
    const known = client('session')
    await known.add('apple')
    for (let nth = 1; nth < 200; nth++) await store.insert(session(nth))
    expect(await client('session').add('apple')).toMatchObject({
      status: 409,
      body: { code: 'sandbox_full' },
      setCookie: [],
    })
    expect((await known.add('apple')).status).toBe(200)
    const other = await freshSandbox()
    expect((await other.client('session').add('apple')).status).toBe(200)
    await desk('POST', 'acts', { act: 'purge' })
    expect((await client('session').add('apple')).status).toBe(200)
  })
})

describe('guests', () => {
  it('fill half of the session rows, and a customer still signs in', async () => {
    const { sandbox, client, signIn } = await freshSandbox()
    const store = createSessionStore(db(), sandbox.id)
    for (let nth = 0; nth < 99; nth++) await store.insert(session(nth, null))
    const stranger = client('session')
    await stranger.add('apple')
    expect((await client('session').add('apple')).body).toMatchObject({ code: 'sandbox_full' })
    expect((await stranger.add('apple')).status).toBe(200)
    const owner = client('session')
    expect((await signIn(owner)).status).toBe(200)
    expect((await owner.add('apple')).status).toBe(200)
  })

  it('fill half of the living refresh families, and a customer still signs in and renews', async () => {
    const { sandbox, client, signIn } = await freshSandbox()
    const store = createRefreshFamilyStore(db(), sandbox.id)
    for (let nth = 0; nth < 25; nth++) await store.insert(family(nth, `guest-${nth}`))
    expect((await client('jwt').add('apple')).body).toMatchObject({ code: 'sandbox_full' })
    const owner = client('jwt')
    expect((await signIn(owner)).status).toBe(200)
    expect((await owner.add('apple')).status).toBe(200)
    expect((await owner.post('refresh')).status).toBe(200)
  })

  it('fill half of all families and carts, with those that have ended', async () => {
    const { sandbox } = await freshSandbox()
    const store = createRefreshFamilyStore(db(), sandbox.id)
    const ended = { endedAt: at, endedBecause: 'signed_out' as const }
    for (let nth = 0; nth < 500; nth++) await store.insert({ ...family(nth, `guest-${nth}`), ...ended })
    await expect(store.insert({ ...family(0, 'guest-0'), ...ended })).rejects.toMatchObject(full)
    await store.insert(family(0))
    const cart = (subject: string) =>
      db().cart.create({ data: { sandboxId: sandbox.id, subject, lines: '{}', updatedAt: at } })
    for (let nth = 0; nth < 500; nth++) await cart(`guest-${nth}`)
    await expect(cart('guest-500')).rejects.toMatchObject(full)
    await cart('mina')
  })

  it('spend half of the refresh tokens that are remembered', async () => {
    const { sandbox } = await freshSandbox()
    const [guest, customer] = [family(0, 'guest-0'), family(1)]
    const store = createRefreshFamilyStore(db(), sandbox.id)
    for (const one of [guest, customer]) await store.insert(one)
    await spend(guest.id, 10_000, 400)
    const spent = (familyId: string, nth: number) =>
      db().spentRefreshToken.create({ data: { tokenHash: `${familyId} ${nth}`, familyId, spentAt: at } })
    await expect(spent(guest.id, 0)).rejects.toMatchObject(full)
    await spent(customer.id, 0)
  })
})
