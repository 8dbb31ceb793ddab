/**
 * A credential has one spelling. At every place where one is read, each octet there is, and signs that look like nothing, like a blank or like
 * a digit, are put before it, behind it and into it, over a bare socket: nothing mends them on the way.
 */
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ShopClient } from '@/lib/client/shop-client'
import { db } from '@/lib/db/client'
import { type RawAnswer, type RawRequest, sendRaw } from '@/lib/testing/raw-http'
import { watchedShop } from '@/lib/testing/watched-shop'
import type { Exchange } from '@/lib/trace/model/exchange'
import type { StrategyName } from './strategy'

const shop = watchedShop()

const utf8 = (text: string) => Buffer.from(text).toString('latin1')

/** All of Latin-1, as one octet each; CR and LF end a line, and are no part of a value whatever stands around them. */
const OCTETS = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)).filter(
  (octet) => octet !== '\r' && octet !== '\n',
)

const SIGNS = [
  ...'\u0085\u00a0\u1680\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000',
  // Zero width, soft hyphen, byte order mark, direction.
  ...'\u200b\u200c\u200d\u2060\u00ad\ufeff\u202e',
  // Digits and letters that fold to ASCII ones, and a mark that melts into the letter before it.
  ...'０９Ａｚ\u212a\u017f\u0130\u0301',
]
const FOREIGN = [...OCTETS, ...SIGNS.map(utf8)]

/** Where a credential is read. */
interface Place {
  /** As it stands there, between its borders. */
  text: string
  ask(text: string): RawRequest
  accepted(answer: RawAnswer): boolean
  /** Is `sign` at `index` something between credentials, and no part of this one? */
  between?(sign: string, index: number): boolean
}

const isOws = (sign: string) => sign === ' ' || sign === '\t'
const isCustomer = ({ status, body }: RawAnswer) => status === 200 && body?.customer?.name === 'Mina Park'

/** `name=value`: blanks stand around both, and semicolons around the pair. */
function pairPlace(pair: string, target: string): Place {
  const cut = pair.indexOf('=')
  return {
    text: pair,
    ask: (text) => ({ target, fields: [['Cookie', text]] }),
    accepted: isCustomer,
    between: (sign, index) =>
      [0, pair.length].includes(index)
        ? isOws(sign) || sign === ';'
        : isOws(sign) && (index === cut || index === cut + 1),
  }
}

const cookiePair = ({ jar }: ShopClient, path = '') => {
  const { name, value } = jar.cookies.find((cookie) => cookie.path.endsWith(path))!
  return `${name}=${value}`
}

async function cookiePlace(strategy: StrategyName, dials: Record<string, unknown> = {}): Promise<Place> {
  await shop.world.turn(strategy, dials)
  const client = shop.world.client(strategy)
  await shop.world.signIn(client)
  const [own] = client.jar.cookies.filter(({ path }) => path === client.path)
  return pairPlace(`${own!.name}=${own!.value}`, `${client.path}/me`)
}

const PLACES: Record<string, () => Promise<Place>> = {
  'the cookie of the cookie lane': () => cookiePlace('cookie'),
  'the same, signed': () => cookiePlace('cookie', { protection: 'signed' }),
  'the same, plain': () => cookiePlace('cookie', { protection: 'plain' }),
  'the cookie of the session lane': () => cookiePlace('session'),
  'the same, stored as it is': () => cookiePlace('session', { storedId: 'raw', unknownIds: 'adopt' }),
  'the access cookie of the jwt lane': () => cookiePlace('jwt', { carrier: 'cookie' }),
  'the access token behind Bearer': async () => {
    const client = shop.world.client('jwt')
    await shop.world.signIn(client)
    const text = `Bearer ${client.accessToken}`
    return {
      text,
      ask: (field) => ({ target: `${client.path}/me`, fields: [['Authorization', field]] }),
      accepted: isCustomer,
      between: (sign, index) =>
        [0, text.length].includes(index)
          ? isOws(sign)
          : sign === ' ' && [index, index - 1].includes('Bearer'.length),
    }
  },
  'the refresh cookie': async () => {
    const client = shop.world.client('jwt')
    await shop.world.signIn(client)
    const target = `${client.path}/refresh`
    return {
      ...pairPlace(cookiePair(client, '/refresh'), target),
      ask: (field) => ({ method: 'POST', target, fields: [['Cookie', field]] }),
      accepted: ({ status }) => status === 200,
    }
  },
  'the cookie of the owner': async () => ({
    ...pairPlace(shop.world.ownerPair, '/api/sandbox'),
    accepted: ({ status }) => status === 200,
  }),
  'the name of a sandbox in a path': async () => {
    const client = shop.world.client('session')
    await shop.world.signIn(client)
    const fields = [['Cookie', cookiePair(client)]] as const
    return {
      text: shop.world.sandbox.id,
      ask: (id) => ({ target: `/api/session/${escaped(id)}/laptop/me`, fields }),
      accepted: isCustomer,
    }
  },
  'the name of a device in a path': async () => {
    const client = shop.world.client('session')
    await shop.world.signIn(client)
    const fields = [['Cookie', cookiePair(client)]] as const
    const start = client.path.slice(0, -'laptop'.length)
    return {
      text: 'laptop',
      ask: (device) => ({ target: `${start}${escaped(device)}/me`, fields }),
      accepted: isCustomer,
    }
  },
  'the handle of a sign-in in a path': async () => {
    const client = shop.world.client('session')
    await shop.world.signIn(client)
    const other = shop.world.client('session', 'phone')
    await shop.world.signIn(other)
    const { devices } = (await other.get('devices')).body
    const { id } = devices.find(({ current }: { current: boolean }) => current)
    const fields = [['Cookie', cookiePair(client)]] as const
    return {
      text: id,
      ask: (handle) => ({
        method: 'DELETE',
        target: `${client.path}/devices/${escaped(handle)}`,
        fields,
      }),
      accepted: ({ status }) => status === 204,
    }
  },
}

/** Every octet but those of a name: a path piece is sent percent-encoded. */
const escaped = (text: string) =>
  text.replace(/[^A-Za-z0-9_-]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)

const inserted = (text: string, sign: string, at: number) => text.slice(0, at) + sign + text.slice(at)

const send = (place: Place, text: string) => sendRaw(shop.origin, place.ask(text))

describe.each(Object.keys(PLACES))('%s', (name) => {
  let place: Place
  let between: NonNullable<Place['between']>
  beforeEach(async () => {
    place = await PLACES[name]!()
    between = place.between ?? (() => false)
  })

  it('is taken as it was issued, and in no other spelling', async () => {
    const { text, accepted } = place
    const isOther = ({ sign, at }: { sign: string; at: number }) => !between(sign, at)
    const atEnds = FOREIGN.flatMap((sign) => [0, text.length].map((at) => ({ sign, at }))).filter(isOther)
    const anywhere = fc.record({
      sign: fc.constantFrom(...FOREIGN),
      at: fc.integer({ min: 0, max: text.length }),
    })
    await fc.assert(
      fc.asyncProperty(anywhere.filter(isOther), async ({ sign, at }) => {
        expect(accepted(await send(place, inserted(text, sign, at)))).toBe(false)
      }),
      { examples: atEnds.map((one) => [one]), numRuns: atEnds.length + 100 },
    )
    expect(accepted(await send(place, text))).toBe(true)
  })

  it('is taken with what may stand between two of them', async () => {
    // A refresh token is good for one use, and a sign-in ends once.
    if (/refresh|handle/.test(name)) return
    for (const at of Array.from({ length: place.text.length + 1 }, (_, index) => index))
      for (const sign of FOREIGN.filter((one) => between(one, at)))
        for (const some of [sign, sign.repeat(3)])
          expect(place.accepted(await send(place, inserted(place.text, some, at)))).toBe(true)
  })
})

describe('the scheme', () => {
  it.each(['bearer', 'BEARER', 'bEaReR'])('is taken as %s', async (scheme) => {
    const place = await PLACES['the access token behind Bearer']!()
    expect(place.accepted(await send(place, place.text.replace('Bearer', scheme)))).toBe(true)
  })

  it.each(['', 'Basic', 'Bearer:', 'Bearer,', 'Bearer\t', 'Bearer\u00a0', `B${utf8('\u00e9')}arer`])(
    'is not taken as %j',
    async (scheme) => {
      const place = await PLACES['the access token behind Bearer']!()
      expect(await send(place, place.text.replace('Bearer', scheme))).toMatchObject({
        status: 401,
        body: { code: 'credential_refused' },
      })
    },
  )
})

const ODD = ['\u00a0', utf8('\u00a0'), utf8('\u200b'), utf8('\ufeff'), '\u00ad', '\u0085', '"']

describe('a refresh token with something around it', () => {
  it.each(ODD)('%j is refused as malformed, and the family goes on', async (sign) => {
    const place = await PLACES['the refresh cookie']!()
    const cut = place.text.indexOf('=') + 1
    for (const at of [cut, place.text.length]) {
      const [answer, { credential }] = await Promise.all([
        send(place, inserted(place.text, sign, at)),
        shop.nextExchange(),
      ])
      expect(answer).toMatchObject({ status: 401, body: { code: 'credential_refused' }, setCookie: [] })
      expect(credential).toMatchObject({ status: 'refused', reason: 'malformed' })
    }
    const where = { sandboxId: shop.world.sandbox.id }
    expect(await db().refreshFamily.findMany({ where })).toMatchObject([{ endedAt: null, generation: 1 }])
    expect((await send(place, place.text)).status).toBe(200)
  })
})

const held = ({ stored }: Exchange) =>
  stored.after
    .filter(({ side, credential }) => side === 'browser' && credential)
    .map(({ value, ended = false }) => ({ value, ended }))

describe('what the panel calls accepted', () => {
  const lanes = Object.keys(PLACES).filter((name) => /lane|Bearer/.test(name))

  it.each(lanes)('%s: is what was accepted', async (name) => {
    const place = await PLACES[name]!()
    const { text } = place
    const real = text.slice(text.search(/[= ]/) + 1)
    for (const sign of ODD.slice(0, 4))
      for (const at of [0, text.length - real.length, text.length]) {
        const [, refused] = await Promise.all([send(place, inserted(text, sign, at)), shop.nextExchange()])
        expect(['refused', 'absent']).toContain(refused.credential.status)
        for (const { value, ended } of held(refused)) expect(ended || value === real).toBe(true)
        const [, accepted] = await Promise.all([send(place, text), shop.nextExchange()])
        expect(accepted.credential.status).toBe('valid')
        expect(held(accepted)).toEqual([{ value: real, ended: false }])
      }
  })

  it('says nothing of a token that is one of two', async () => {
    const place = await PLACES['the access token behind Bearer']!()
    const { fields = [], ...request } = place.ask(place.text)
    await send(place, place.text)
    const two = { ...request, fields: [...fields, ['Authorization', 'Bearer other'] as const] }
    const [answer, exchange] = await Promise.all([sendRaw(shop.origin, two), shop.nextExchange()])
    expect(answer).toMatchObject({ status: 401, body: { code: 'credential_refused' } })
    expect(held(exchange)).toEqual([{ value: place.text.slice('Bearer '.length), ended: false }])
  })

  it('does not count a cookie by another name than the shop reads', async () => {
    const place = await PLACES['the cookie of the session lane']!()
    const [answer, exchange] = await Promise.all([
      send(place, place.text.replace('__Secure-', '')),
      shop.nextExchange(),
    ])
    expect(answer).toMatchObject({ status: 200, body: { customer: null } })
    expect(exchange.credential.status).toBe('absent')
    expect(held(exchange)).toEqual([])
  })
})

describe('a password', () => {
  const signIn = (body: string) => ({
    method: 'POST',
    target: `/api/session/${shop.world.sandbox.id}/laptop/sign-in`,
    fields: [['Content-Type', 'application/json'] as const],
    body,
  })
  const bodyWith = (password: string) => `{"email":"mina@shop.example","password":"${password}"}`

  it('with something before or behind it is another one', async () => {
    const password = shop.world.passwordOf('mina')
    for (const other of [` ${password}`, `${password}\u00a0`, `\u3000${password}`, `${password}\u200b`])
      expect(await sendRaw(shop.origin, signIn(bodyWith(utf8(other))))).toMatchObject({
        status: 401,
        body: { code: 'wrong_password' },
      })
  })

  it('chosen by its owner has one spelling too, but for how a keyboard puts an accent on a letter', async () => {
    const client = shop.world.client('session')
    await shop.world.signIn(client)
    const current = shop.world.passwordOf('mina')
    const next = 'caf\u00e9 \u00a0 au lait'
    expect((await client.post('password', { current, next })).status).toBe(204)
    const tried = async (password: string) =>
      (await client.post('sign-in', { email: 'mina@shop.example', password })).status
    expect(await tried(next)).toBe(200)
    expect(await tried('cafe\u0301 \u00a0 au lait')).toBe(200)
    for (const other of [next.toUpperCase(), next.normalize('NFKC')]) expect(await tried(other)).toBe(401)
  })

  it('that is no text is not taken for one', async () => {
    const broken = await sendRaw(shop.origin, signIn(bodyWith('\u00ff\u00fe')))
    expect(broken).toMatchObject({ status: 400, body: { code: 'malformed_json' } })
    const half = await sendRaw(shop.origin, signIn(bodyWith('\\ud800')))
    expect(half).toMatchObject({ status: 422, body: { errors: [{ path: 'password' }] } })
    const marked = await sendRaw(shop.origin, signIn(utf8(`\ufeff${bodyWith('x')}`)))
    expect(marked).toMatchObject({ status: 400, body: { code: 'malformed_json' } })
  })

  it('goes with an address in any case, and with nothing around it', async () => {
    const statusOf = async (email: string) => {
      const body = JSON.stringify({ email, password: shop.world.passwordOf('mina') })
      return (await sendRaw(shop.origin, signIn(utf8(body)))).status
    }
    expect(await statusOf('Mina@Shop.Example')).toBe(200)
    for (const email of ['mina@shop.example\u00a0', ' mina@shop.example'])
      expect(await statusOf(email)).toBe(401)
  })
})
