/** Texts that no browser would send, and requests that meet: each has an answer. */
import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { portsOf } from '@/lib/serve/ports'
import { freshSandbox } from '@/lib/testing/sandbox'

const plain = (visit: object) => Buffer.from(JSON.stringify(visit)).toString('base64url')
const refused = { status: 401, body: { code: 'credential_refused' } }
const mina = { id: 'mina', email: 'mina@shop.example', name: 'Mina Park', role: 'customer', discount: 0 }
const visit = { customer: mina, cart: { cheese: 99 }, exp: 4_000_000_000 }

describe('a signed visit', () => {
  it('with a signature of as many characters but more octets is refused', async () => {
    const world = await freshSandbox()
    await world.turn('cookie', { protection: 'signed' })
    const client = world.client('cookie')
    client.present(`e30.${'é'.repeat(43)}`)
    expect(await client.get('cart')).toMatchObject(refused)
  })
})

describe('a plain visit', () => {
  it.each([
    ['a negative discount', { ...visit, customer: { ...mina, discount: -1 } }],
    ['more than all off', { ...visit, customer: { ...mina, discount: 101 } }],
    ['an end that is no date', { ...visit, exp: Number.MAX_SAFE_INTEGER }],
  ])('with %s is refused', async (_, altered) => {
    const world = await freshSandbox()
    await world.turn('cookie', { protection: 'plain' })
    const client = world.client('cookie')
    client.present(plain(visit))
    expect(await client.get('cart')).toMatchObject({ status: 200 })
    client.present(plain(altered))
    expect(await client.post('checkout')).toMatchObject(refused)
  })
})

describe('an adopted session id', () => {
  it('that several requests bring at once makes one row, and loses no add', async () => {
    const world = await freshSandbox()
    await world.turn('session', { unknownIds: 'adopt' })
    const client = world.client('session')
    client.present('chosen-by-somebody')
    const answers = await Promise.all([1, 2, 3].map(() => client.copy().add('apple')))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await client.get('cart')).body.lines).toMatchObject([{ sku: 'apple', quantity: 3 }])
  })
})

describe('dials', () => {
  it('turned at the same time all stay turned', async () => {
    const world = await freshSandbox()
    await Promise.all([
      world.turn('cookie', { httpOnly: false }),
      world.turn('session', { idle: 60 }),
      world.turn('jwt', { denylist: true }),
    ])
    const settings = { cookie: { httpOnly: false }, session: { idle: 60 }, jwt: { denylist: true } }
    expect(world.sandbox.dials).toMatchObject(settings)
    const row = await db().sandbox.findFirst({ where: { id: world.sandbox.id } })
    expect(JSON.parse(row!.settings)).toEqual(settings)
  })

  it('turned while a request is served count from the next one', async () => {
    const world = await freshSandbox()
    const place = { sandbox: world.sandbox, strategy: 'jwt', device: 'laptop' } as const
    const { ports } = portsOf(place, new Request('http://localhost/'))
    await world.turn('jwt', { algorithm: 'EdDSA' })
    const claims = { sub: 'mina', sid: 'x', jti: 'y', iat: 1, exp: 2 }
    const [header = ''] = (await ports.accessTokens.sign(claims)).split('.')
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toMatchObject({ alg: 'HS256' })
  })
})

describe('the support desk', () => {
  it('is told that the sandbox is gone when its row is', async () => {
    const world = await freshSandbox()
    await world.turn('cookie', { generation: true })
    await db().sandbox.deleteMany({ where: { id: world.sandbox.id } })
    const answer = await world.desk('POST', 'force-sign-out', { email: 'mina@shop.example' })
    expect(answer).toMatchObject({ status: 404, body: { code: 'no_sandbox' } })
  })
})
