/** The dial `userKeys`, beyond what site/effects.ts declares. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { ShopClient } from '@/lib/client/shop-client'
import { type FreshSandbox, freshSandbox } from '@/lib/testing/sandbox'
import type { Device } from '../strategy'
import { createAccessTokens } from './credential'

let world: FreshSandbox
beforeEach(async () => {
  world = await freshSandbox()
})

async function signedIn(device: Device = 'laptop', name = 'mina'): Promise<ShopClient> {
  const client = world.client('jwt', device)
  await client.signIn({ email: `${name}@shop.example`, password: world.passwordOf(name) })
  return client
}

describe('a key for each customer', () => {
  it.each(['HS256', 'EdDSA'])(
    '%s: a new password brings the laptop a new token, and refuses the phone',
    async (algorithm) => {
      await world.turn('jwt', { userKeys: true, algorithm })
      const [laptop, phone] = [await signedIn(), await signedIn('phone')]
      const copy = laptop.copy()
      const change = { current: world.passwordOf('mina'), next: 'correct horse battery' }
      expect((await laptop.post('password', change)).status).toBe(200)
      expect((await laptop.get('me')).body.customer.name).toBe('Mina Park')
      for (const old of [phone, copy]) expect((await old.get('me')).body.code).toBe('credential_refused')
    },
  )

  it('does not end one device alone: its token lives on until it expires', async () => {
    await world.turn('jwt', { userKeys: true })
    const [laptop, phone] = [await signedIn(), await signedIn('phone')]
    const { devices } = (await laptop.get('devices')).body
    const other = devices.find(({ current }: { current: boolean }) => !current)
    await laptop.send('DELETE', `devices/${other.id}`)
    expect((await phone.get('me')).status).toBe(200)
    expect((await phone.post('refresh')).status).toBe(401)
  })

  it('a token of one is none of another, whatever it says', async () => {
    const keys = [{ kid: 'k', key: new Uint8Array(32).fill(7) }]
    const tokens = createAccessTokens(keys, 'box')
    const claims = { sub: 'mina', sid: 's', jti: 'j', iat: 0, exp: 60 }
    const token = await tokens.sign(claims, { subject: 'mina', number: 1 })
    const at = new Date(1000)
    const statusOf = async (...own: Parameters<typeof tokens.verify>[2][]) =>
      (await tokens.verify(token, at, own[0])).status
    expect(await statusOf({ subject: 'mina', number: 1 })).toBe('valid')
    expect(await statusOf({ subject: 'mina', number: 2 })).toBe('refused')
    expect(await statusOf({ subject: 'sam', number: 1 })).toBe('refused')
    expect(await statusOf(undefined)).toBe('refused')
  })
})
