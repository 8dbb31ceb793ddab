/** With dials turned: what the panel says lies where, in which form, and who can do what with it. */
import { describe, expect, test } from 'vitest'
import { secretsOf, watchedShop } from '@/lib/testing/watched-shop'
import { maskArtifact } from '../export/mask'
import type { Artifact } from '../model/artifact'
import type { Exchange } from '../model/exchange'
import { exposureOf, type Reader } from '../model/exposure'
import { timelineOf } from '../publish/timeline'

const shop = watchedShop()
const { client } = shop

const named = ({ stored }: Exchange, name: string, when: 'before' | 'after' = 'after') =>
  stored[when].find((one) => one.name === name)
const names = (artifacts: Artifact[]) => artifacts.map(({ name }) => name)
const field = (artifact: Artifact | undefined, name: string) =>
  artifact?.contents.find((one) => one.name === name)?.value
const AT = '2026-11-23T04:00:00.000Z'
const can = (artifact: Artifact | undefined, reader: Reader) =>
  exposureOf(artifact!, { tls: true, at: AT }).cells[reader].abilities.join(' ')

describe('cookie, protection', () => {
  test.each([
    ['sealed', 'replay', ['sealing key 1']],
    ['signed', 'read replay', ['signing key 1']],
    ['plain', 'read alter replay', []],
  ] as const)('%s: who holds it can %s', async (protection, abilities, keys) => {
    await shop.world.turn('cookie', { protection })
    const signedIn = await client('cookie').signIn()
    const visit = named(signedIn, '__Secure-visit')
    expect(visit).toMatchObject({ form: protection, place: 'cookie' })
    expect(visit?.ended).toBeFalsy()
    expect(field(visit, 'customer.email')).toBe('mina@shop.example')
    expect(can(visit, 'device-holder')).toBe(abilities)
    expect(names(signedIn.stored.after.filter(({ place }) => place === 'key'))).toEqual(keys)
    expect(signedIn.steps.find(({ operation }) => operation === 'seal')?.facts.form).toBe(protection)
  })

  test('turned: the old form is worth nothing, and again something when it is turned back', async () => {
    const laptop = client('cookie')
    await laptop.add()
    await shop.world.turn('cookie', { protection: 'signed' })
    const refused = await laptop.get('cart')
    expect(refused.credential).toMatchObject({ status: 'refused', reason: 'not_authentic' })
    expect(named(refused, '__Secure-visit', 'before')).toMatchObject({ form: 'sealed', ended: true })
    expect(can(named(refused, '__Secure-visit'), 'next-person')).toBe('')
    await shop.world.turn('cookie', { protection: 'sealed' })
    const again = await laptop.get('cart')
    expect(again.credential.status).toBe('valid')
    expect(named(again, '__Secure-visit')).toMatchObject({ ended: false })
    expect(can(named(again, '__Secure-visit'), 'next-person')).toBe('replay')
  })

  test('an altered plain visit is let in, and the panel reads what it says now', async () => {
    await shop.world.turn('cookie', { protection: 'plain' })
    const laptop = client('cookie')
    await laptop.signIn()
    const value = laptop.held.credential!
    const visit = JSON.parse(Buffer.from(value, 'base64url').toString())
    visit.customer.role = 'support'
    laptop.held.present(Buffer.from(JSON.stringify(visit)).toString('base64url'))
    const me = await laptop.get('me')
    expect(me.credential.status).toBe('valid')
    expect(field(named(me, '__Secure-visit'), 'customer.role')).toBe('support')
  })
})

describe('cookie, generation', () => {
  test('the server remembers a row, reads it at each request, and ends older visits with it', async () => {
    await shop.world.turn('cookie', { generation: true })
    const laptop = client('cookie')
    const phone = client('cookie', 'phone')
    await laptop.signIn()
    await phone.signIn()
    const me = await laptop.get('me')
    expect(me.cost).toMatchObject({ reads: 1, writes: 0 })
    // The first number is that of a customer who has no row.
    expect(named(me, 'VisitGeneration')).toBeUndefined()
    const out = await phone.post('sign-out')
    expect(out.cost).toMatchObject({ reads: 1, writes: 1 })
    expect(field(named(out, 'VisitGeneration'), 'generation')).toBe('2')
    const refused = await laptop.get('me')
    expect(named(refused, '__Secure-visit', 'before')).toMatchObject({ ended: true })
    expect(refused.credential).toMatchObject({ status: 'refused', reason: 'outdated' })
    const anew = await laptop.signIn()
    expect(field(named(anew, '__Secure-visit'), 'generation')).toBe('2')
    expect(named(anew, '__Secure-visit')?.ended).toBeFalsy()
  })

  test('the desk ends them too', async () => {
    await shop.world.turn('cookie', { generation: true })
    const laptop = client('cookie')
    await laptop.signIn()
    await shop.world.desk('POST', 'force-sign-out', { email: 'mina@shop.example' })
    const refused = await laptop.get('me')
    expect(named(refused, '__Secure-visit', 'before')).toMatchObject({ ended: true })
    expect(field(named(refused, 'VisitGeneration', 'before'), 'generation')).toBe('2')
  })
})

describe('attributes of a cookie', () => {
  test.each(['cookie', 'session', 'jwt'] as const)('%s: as they were set', async (strategy) => {
    await shop.world.turn(strategy, { httpOnly: false, sameSite: 'None', lifetime: 'session' })
    const signedIn = await client(strategy).signIn()
    const cookie = signedIn.stored.after.find(({ place }) => place === 'cookie')!
    expect(cookie.attributes).toMatchObject({ httpOnly: false, sameSite: 'None' })
    expect(cookie.attributes?.keptUntil).toBeUndefined()
    expect(can(cookie, 'page-script')).toContain('replay')
    expect(can(cookie, 'other-site')).toBe('blind')
  })

  test.each(['cookie', 'session', 'jwt'] as const)('%s: SameSite absent is not Lax', async (strategy) => {
    await shop.world.turn(strategy, { sameSite: 'absent' })
    const signedIn = await client(strategy).signIn()
    const cookie = signedIn.stored.after.find(({ place }) => place === 'cookie')!
    expect(cookie.attributes?.sameSite).toBe('absent')
    const { because } = exposureOf(cookie, { tls: true, at: AT }).cells['other-site']
    expect([can(cookie, 'other-site'), because]).toEqual(['blind', 'sameSiteAbsent'])
    const written = signedIn.steps.find(({ port, operation }) => port === 'cookies' && operation === 'write')
    expect(written?.facts.sameSite).toBe('absent')
  })

  test.each(['None', 'absent'])(
    'of a cookie that nobody saw being set, as the dials say: %s',
    async (sameSite) => {
      await shop.world.turn('session', { sameSite })
      const laptop = client('session')
      laptop.held.present('A'.repeat(43))
      expect(named(await laptop.get('me'), '__Secure-session')?.attributes).toMatchObject({
        httpOnly: true,
        sameSite,
      })
    },
  )
})

describe('session', () => {
  test('ids stored raw: a copy of the database replays, and a mask hides the column', async () => {
    await shop.world.turn('session', { storedId: 'raw' })
    const laptop = client('session')
    const signedIn = await laptop.signIn()
    const [cookie, row] = [named(signedIn, '__Secure-session'), named(signedIn, 'Session')]
    expect(cookie).toMatchObject({ backedBy: row!.id, ended: false })
    expect(can(row, 'database-copy')).toBe('read replay')
    expect(field(row, 'idHash')).toBe(cookie!.value)
    expect(JSON.stringify(maskArtifact(row!))).not.toContain(cookie!.value!.slice(0, 8))
  })

  test('hashed again: the raw row means nothing any more, and the panel knows at once', async () => {
    await shop.world.turn('session', { storedId: 'raw' })
    const laptop = client('session')
    await laptop.signIn()
    await shop.world.turn('session', { storedId: 'hashed' })
    const refused = await laptop.get('me')
    expect(refused.credential).toMatchObject({ status: 'refused', reason: 'unknown' })
    expect(named(refused, 'Session', 'before')).toMatchObject({ credential: false, value: null })
    expect(named(refused, '__Secure-session', 'before')).toMatchObject({ ended: true })
  })

  test('stored events hide what signs in', async () => {
    await shop.world.turn('session', { storedId: 'raw' })
    const laptop = client('session')
    await laptop.signIn()
    const seen: string[] = []
    timelineOf(shop.world.sandbox.id)!.subscribe((event) => {
      if (event.type === 'stored') seen.push(JSON.stringify(event.rows.map(maskArtifact)))
    })
    await shop.world.turn('session', { idle: 60 })
    expect(seen.join()).toContain('"Session"')
    expect(seen.join()).not.toContain(laptop.held.credential!.slice(0, 8))
  })

  test('an adopted id stands for its row, of whatever form it is', async () => {
    await shop.world.turn('session', { unknownIds: 'adopt' })
    const laptop = client('session')
    laptop.held.present('planted')
    const added = await laptop.add()
    expect(named(added, '__Secure-session')).toMatchObject({
      value: 'planted',
      backedBy: named(added, 'Session')!.id,
      ended: false,
    })
  })

  test('idle life and sliding: the end is where the dials put it', async () => {
    const laptop = client('session')
    await laptop.signIn()
    const createdAt = Date.parse(field(named(await laptop.get('me'), 'Session'), 'createdAt')!)
    const end = async () =>
      Date.parse(named(await laptop.get('me'), '__Secure-session')!.expiresAt!) - createdAt
    await shop.world.turn('session', { idle: 300 })
    expect(await end()).toBe(300_000)
    await shop.world.turn('session', { sliding: false })
    shop.world.later(200)
    expect(await end()).toBe(300_000)
  })

  test('a customer copied at sign-in lies in the row', async () => {
    await shop.world.turn('session', { customer: 'copied' })
    const signedIn = await client('session').signIn()
    expect(JSON.parse(field(named(signedIn, 'Session'), 'customer')!)).toMatchObject({ discount: 10 })
  })
})

describe('jwt, carrier', () => {
  test('localStorage: that is where the token lies, and another script reads it', async () => {
    await shop.world.turn('jwt', { carrier: 'local-storage' })
    const laptop = client('jwt')
    expect(named(await laptop.signIn(), 'access token')?.place).toBe('localStorage')
    const me = await laptop.get('me')
    expect(me.stored.after.filter(({ name }) => name === 'access token')).toHaveLength(1)
    const token = named(me, 'access token')
    expect(token).toMatchObject({ place: 'localStorage', form: 'signed' })
    expect(exposureOf(token!, { tls: true, at: AT }).cells['page-script']).toMatchObject({
      abilities: ['read', 'replay'],
      because: 'localStorage',
    })
  })

  test('turned: the token that is presented lies in the other place', async () => {
    const laptop = client('jwt')
    await laptop.signIn()
    await shop.world.turn('jwt', { carrier: 'local-storage' })
    const me = await laptop.get('me')
    expect(me.stored.before.flatMap(({ name, place }) => (name === 'access token' ? place : []))).toEqual([
      'localStorage',
    ])
  })

  test('the attacker has no storage of this site', async () => {
    await shop.world.turn('jwt', { carrier: 'local-storage' })
    const laptop = client('jwt')
    await laptop.signIn()
    const thief = client('jwt', 'attacker')
    thief.held.accessToken = laptop.held.accessToken
    expect(named(await thief.get('me'), 'access token')?.place).toBe('memory')
  })

  test('cookie: script cannot read it, and the browser sends it along by itself', async () => {
    await shop.world.turn('jwt', { carrier: 'cookie' })
    const laptop = client('jwt')
    const signedIn = await laptop.signIn()
    expect(laptop.held.accessToken).toBeNull()
    expect(names(signedIn.stored.after.filter(({ side }) => side === 'browser'))).toEqual([
      '__Secure-access',
      '__Secure-refresh',
    ])
    const token = named(signedIn, '__Secure-access')
    expect(token).toMatchObject({ place: 'cookie', form: 'signed' })
    expect(field(token, 'sub')).toBe('mina')
    expect(can(token, 'page-script')).toBe('blind')
    expect(signedIn.credential.expiresAt).toBe(token!.expiresAt)

    const me = await laptop.get('me')
    expect(me.credential).toMatchObject({ status: 'valid', email: 'mina@shop.example' })
    expect(named(me, '__Secure-refresh')).toBeDefined()
    const refreshed = await laptop.post('refresh')
    expect(named(refreshed, '__Secure-access')!.value).not.toBe(token!.value)
    const out = await laptop.post('sign-out')
    expect(out.stored.after.filter(({ side }) => side === 'browser')).toEqual([])
  })

  test('cookie, turned back: nothing that lives on, and the next answer takes it back', async () => {
    await shop.world.turn('jwt', { carrier: 'cookie', accessLife: 900 })
    const laptop = client('jwt')
    await laptop.signIn()
    await shop.world.turn('jwt', { carrier: 'memory', accessLife: 60 })
    const copy = client('jwt', 'attacker')
    const { value } = laptop.held.jar.cookies.find(({ name }) => name === '__Secure-refresh')!
    copy.held.hold('__Secure-refresh', value)
    const end = (await copy.post('refresh')).credential.expiresAt
    const { body } = await shop.world.desk('POST', 'force-sign-out', { email: 'mina@shop.example' })
    expect(body.lanes.jwt.credentialsAliveUntil).toBe(end)
    const me = await laptop.get('me')
    expect(named(me, '__Secure-access', 'before')).toBeDefined()
    expect(named(me, '__Secure-access')).toBeUndefined()
    expect(me.steps.map(({ operation }) => operation)).toContain('write')
  })
})

describe('jwt, keys and lists', () => {
  test('EdDSA: the private key signs, the public one gives nobody anything', async () => {
    await shop.world.turn('jwt', { algorithm: 'EdDSA' })
    const signedIn = await client('jwt').signIn()
    const keys = signedIn.stored.after.filter(({ place }) => place === 'key')
    expect(names(keys)).toEqual(['signing key 1e', 'verification key 1e'])
    expect(keys.map((key) => can(key, 'server-key'))).toEqual(['read', ''])
    expect(named(signedIn, 'access token')?.ended).toBeFalsy()
  })

  test('another algorithm: what was signed before is worth nothing', async () => {
    const laptop = client('jwt')
    await laptop.signIn()
    await shop.world.turn('jwt', { algorithm: 'EdDSA' })
    const refused = await laptop.get('me')
    expect(named(refused, 'access token', 'before')).toMatchObject({ ended: true })
    expect(refused.credential.status).toBe('refused')
  })

  test('the list of denied tokens costs a read, and what is on it is worth nothing elsewhere either', async () => {
    await shop.world.turn('jwt', { denylist: true })
    const laptop = client('jwt')
    await laptop.signIn()
    const thief = client('jwt', 'attacker')
    thief.held.accessToken = laptop.held.accessToken
    const me = await thief.get('me')
    expect(me.cost).toMatchObject({ reads: 1, writes: 0 })
    expect(me.steps.map(({ port, operation }) => `${port}.${operation}`)).toContain('denied.has')
    const out = await laptop.post('sign-out')
    expect(named(out, 'DeniedToken')).toBeDefined()
    const refused = await thief.get('me')
    expect(named(refused, 'access token', 'before')).toMatchObject({ ended: true })
    expect(refused.credential).toMatchObject({ status: 'refused', reason: 'denied' })
  })

  test('the desk puts them on the list too', async () => {
    await shop.world.turn('jwt', { denylist: true })
    const laptop = client('jwt')
    await laptop.signIn()
    await shop.world.desk('POST', 'force-sign-out', { email: 'mina@shop.example' })
    const refused = await laptop.get('me')
    expect(named(refused, 'DeniedToken', 'before')).toBeDefined()
    expect(named(refused, 'access token', 'before')).toMatchObject({ ended: true })
  })

  test('a key for each customer costs a read, and only its number lies in the store', async () => {
    await shop.world.turn('jwt', { userKeys: true })
    const laptop = client('jwt')
    await laptop.signIn()
    const me = await laptop.get('me')
    expect(me.cost).toMatchObject({ reads: 1, writes: 0 })
    expect(me.steps.map(({ port, operation }) => `${port}.${operation}`)).toEqual([
      'authorization.read',
      'userKeys.current',
      'accessTokens.verify',
    ])
    await shop.world.desk('POST', 'force-sign-out', { email: 'mina@shop.example' })
    const refused = await laptop.get('me')
    expect(named(refused, 'UserKey', 'before')?.contents).toEqual([
      { name: 'subject', value: 'mina' },
      { name: 'number', value: '2' },
    ])
    expect(named(refused, 'access token', 'before')).toMatchObject({ ended: true })
    expect(refused.credential).toMatchObject({ status: 'refused', reason: 'not_authentic' })
  })

  test('a token that slid past its row is known to the desk, because it was seen', async () => {
    await shop.world.turn('jwt', { sliding: 'capped' })
    const laptop = client('jwt')
    await laptop.signIn()
    shop.world.later(50)
    const slid = await laptop.get('me')
    const end = named(slid, 'access token')!.expiresAt
    await shop.world.turn('jwt', { sliding: 'off' })
    shop.world.later(30)
    const { body } = await shop.world.desk('POST', 'force-sign-out', { email: 'mina@shop.example' })
    expect(body.lanes.jwt).toMatchObject({
      credentialsAliveUntil: end,
      because: 'family_ended_access_token_lives',
    })
    expect((await laptop.get('me')).credential.status).toBe('valid')
  })

  test('a cart in the claims is read from the token', async () => {
    await shop.world.turn('jwt', { cartIn: 'claims' })
    const laptop = client('jwt')
    await laptop.signIn()
    const added = await laptop.add('pear')
    expect(field(named(added, 'access token'), 'cart')).toBe('{"pear":1}')
    expect(named(added, 'Cart')).toBeUndefined()
  })
})

describe('jwt, a refresh token', () => {
  const isGood = (exchange: Exchange) => {
    for (const when of ['before', 'after'] as const) {
      expect(named(exchange, 'RefreshFamily', when)).toMatchObject({ ended: false })
      expect(named(exchange, '__Secure-refresh', when)?.ended ?? false).toBe(false)
    }
    return true
  }
  const REFUSED = { status: 'refused', reason: 'malformed' }

  test('refused because it came alone is as good as its row', async () => {
    await shop.world.turn('jwt', { sendExpired: true })
    const laptop = client('jwt')
    await laptop.signIn()
    const { accessToken } = laptop.held
    laptop.held.accessToken = null
    const refused = await laptop.post('refresh')
    expect(refused.credential).toMatchObject(REFUSED)
    expect(isGood(refused) && can(named(refused, '__Secure-refresh'), 'next-person')).toBe('replay')
    laptop.held.accessToken = accessToken
    expect((await laptop.post('refresh')).credential.status).toBe('valid')
  })

  test.each(['seen', 'not seen'])(
    'refused because it came alone in the grace window is still good there; being spent was %s',
    async (seen) => {
      await shop.world.turn('jwt', { sendExpired: true, grace: 10 })
      const laptop = client('jwt')
      await laptop.signIn()
      const thief = client('jwt', 'attacker')
      thief.held.hold('__Secure-refresh', laptop.held.refreshToken!, '/refresh')
      await laptop.post('refresh')
      if (seen === 'not seen') timelineOf(shop.world.sandbox.id)!.ledger.forget()
      const refused = await thief.post('refresh')
      expect(refused.credential).toMatchObject(REFUSED)
      expect(isGood(refused)).toBe(true)
      thief.held.accessToken = laptop.held.accessToken
      expect((await thief.post('refresh')).credential.status).toBe('valid')
    },
  )

  test('that was spent is good until the grace window closes, and then the alarm', async () => {
    await shop.world.turn('jwt', { grace: 10 })
    const laptop = client('jwt')
    await laptop.signIn()
    const stolen = laptop.held.refreshToken!
    const thief = client('jwt', 'attacker')
    await laptop.post('refresh')
    thief.held.hold('__Secure-refresh', stolen, '/refresh')
    const inWindow = await thief.post('refresh')
    expect(inWindow.credential.status).toBe('valid')
    const [held, row] = ['__Secure-refresh', 'SpentRefreshToken'].map((name) =>
      named(inWindow, name, 'before'),
    )
    const end = new Date(Date.parse(field(row, 'spentAt')!) + 10_000).toISOString()
    expect(held).toMatchObject({ ended: false, backedBy: row!.id, expiresAt: end })
    shop.world.later(11)
    thief.held.hold('__Secure-refresh', stolen, '/refresh')
    const late = await thief.post('refresh')
    expect(late.credential).toMatchObject({ status: 'refused', reason: 'reused' })
    expect(named(late, '__Secure-refresh')).toMatchObject({ ended: true, expiresAt: null })
  })
})

test.each([
  ['session', { storedId: 'raw' }],
  ['cookie', { protection: 'plain', generation: true }],
  ['cookie', { protection: 'signed' }],
  ['jwt', { carrier: 'cookie', denylist: true, grace: 5, sendExpired: true, deviceLimit: 1 }],
  ['jwt', { carrier: 'local-storage', sliding: 'capped', cartIn: 'claims' }],
  ['jwt', { userKeys: true, algorithm: 'EdDSA' }],
] as const)('%s %o: no step says a credential', async (strategy, dials) => {
  await shop.world.turn(strategy, dials)
  const laptop = client(strategy)
  await laptop.signIn()
  await laptop.add()
  await laptop.signIn()
  if (laptop.held.refreshToken) await laptop.post('refresh')
  await laptop.get('devices')
  const said = timelineOf(shop.world.sandbox.id)!
    .after(0)
    .map((one) => one.steps)
  for (const secret of secretsOf(laptop.held)) expect(JSON.stringify(said)).not.toContain(secret.slice(0, 12))
})
