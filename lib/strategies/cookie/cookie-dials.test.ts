/** The dials of the cookie lane, beyond what site/effects.ts declares. */
import { describe, expect, it } from 'vitest'
import { type FreshSandbox, freshSandbox } from '@/lib/testing/sandbox'

const signedIn = async (world: FreshSandbox) => {
  const client = world.client('cookie')
  await world.signIn(client)
  return client
}
const refused = { status: 401, body: { code: 'credential_refused' } }

describe('protection', () => {
  it('signed: refuses a change of any one character', async () => {
    const world = await freshSandbox()
    await world.turn('cookie', { protection: 'signed' })
    const client = await signedIn(world)
    const real = client.credential!
    for (let at = 0; at < real.length; at++) {
      client.present(real.slice(0, at) + (real[at] === 'A' ? 'B' : 'A') + real.slice(at + 1))
      expect({ at, ...(await client.get('me')) }).toMatchObject({ at, ...refused })
    }
  })

  it.each(['sealed', 'signed', 'plain'])('%s: reads no other form', async (protection) => {
    for (const other of ['sealed', 'signed', 'plain'].filter((form) => form !== protection)) {
      const world = await freshSandbox()
      await world.turn('cookie', { protection: other })
      const client = await signedIn(world)
      await world.turn('cookie', { protection })
      expect({ other, ...(await client.get('me')) }).toMatchObject({ other, ...refused })
      // Never locked out: a sign-in replaces what no longer fits.
      expect(await world.signIn(client)).toMatchObject({ status: 200 })
    }
  })

  it.each(['', 'x', '.', 'e30', 'bnVsbA', '!!!', 'e30.e30'])(
    'plain: refuses %j without a fault',
    async (text) => {
      const world = await freshSandbox()
      await world.turn('cookie', { protection: 'plain' })
      const client = world.client('cookie')
      client.present(text)
      expect(await client.get('cart')).toMatchObject(refused)
    },
  )

  it('plain: a made-up visit is believed, as far as its form goes', async () => {
    const world = await freshSandbox()
    await world.turn('cookie', { protection: 'plain' })
    const boss = { id: 'sam', email: 'sam@shop.example', name: 'Sam Seo', role: 'support', discount: 100 }
    const forged = { customer: boss, cart: { cheese: 9 }, exp: Math.floor(Date.now() / 1000) + 60 }
    const client = world.client('cookie')
    client.present(Buffer.from(JSON.stringify(forged)).toString('base64url'))
    expect((await client.get('cart')).body).toMatchObject({ total: 0 })
    client.present(Buffer.from(JSON.stringify({ ...forged, cart: { cheese: 1e9 } })).toString('base64url'))
    expect(await client.get('cart')).toMatchObject(refused)
  })
})

describe('cartFormat', () => {
  it('full: prices in the cookie are for show', async () => {
    const world = await freshSandbox()
    await world.turn('cookie', { protection: 'plain', cartFormat: 'full' })
    const client = world.client('cookie')
    await client.add('cheese', 2)
    const visit = JSON.parse(Buffer.from(client.credential!, 'base64url').toString())
    expect(visit.cart).toEqual([{ sku: 'cheese', name: 'Cheese', unitPrice: 650, quantity: 2 }])
    visit.cart[0].unitPrice = 1
    client.present(Buffer.from(JSON.stringify(visit)).toString('base64url'))
    expect((await client.get('cart')).body.total).toBe(1300)
  })

  it('turned back to ids: a cart in full is still read', async () => {
    const world = await freshSandbox()
    await world.turn('cookie', { cartFormat: 'full' })
    const client = world.client('cookie')
    await client.add('cheese', 2)
    await world.turn('cookie', { cartFormat: 'ids' })
    expect((await client.get('cart')).body.total).toBe(1300)
  })
})

describe('keys', () => {
  it.each([true, false])('rotated with overlap %s', async (keepPrevious) => {
    const world = await freshSandbox()
    const client = await signedIn(world)
    await world.desk('POST', 'acts', { act: 'rotate-keys', strategy: 'cookie', keepPrevious })
    const { status } = await client.get('me')
    expect(status).toBe(keepPrevious ? 200 : 401)
    expect(await world.signIn(client)).toMatchObject({ status: 200 })
  })
})

describe('generation', () => {
  it('leaves another customer alone', async () => {
    const world = await freshSandbox()
    await world.turn('cookie', { generation: true })
    const mina = await signedIn(world)
    const sam = world.client('cookie', 'phone')
    await world.signIn(sam, 'sam')
    await mina.send('POST', 'sign-out')
    expect((await sam.get('me')).body.customer.name).toBe('Sam Seo')
  })

  it('keeps the one who changed the password signed in', async () => {
    const world = await freshSandbox()
    await world.turn('cookie', { generation: true })
    const mina = await signedIn(world)
    await mina.post('password', { current: world.passwordOf('mina'), next: 'correct horse battery' })
    expect((await mina.get('me')).body.customer.name).toBe('Mina Park')
  })
})
