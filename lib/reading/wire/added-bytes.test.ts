import { describe, expect, test } from 'vitest'
import { totalsOf } from '@/app/_pages/numbers/totals'
import { cookiePairs } from '@/lib/http/field'
import { watchedShop } from '@/lib/testing/watched-shop'
import { ownCookie } from '@/lib/trace/export/guest-text'
import { maskExchange } from '@/lib/trace/export/mask'
import type { Exchange } from '@/lib/trace/model/exchange'
import { whereOf } from '../stored/where-of'
import { addedBytes, addedSoFar } from './added-bytes'
import { costsOf } from './costs'
import { lengthOfMasked } from './mask-text'

const shop = watchedShop()

const line = (one: Exchange, name: RegExp) =>
  [...one.request.headers, ...one.response!.headers]
    .filter(([field]) => name.test(field))
    .reduce((sum, [field, value]) => sum + `${field}: ${value}\r\n`.length, 0)

test.each(['cookie', 'session', 'jwt'] as const)(
  '%s: counted on masked exchanges, to the octet',
  async (lane) => {
    const laptop = shop.client(lane)
    const whole = [await laptop.add(), await laptop.signIn(), await laptop.add()]
    const masked = whole.map(maskExchange)
    for (const [i, one] of masked.entries()) {
      expect(addedBytes(one).request).toBe(line(whole[i]!, /^(cookie|authorization)$/i))
      expect(addedBytes(one).response).toBe(line(whole[i]!, /^set-cookie$/i))
    }
    const inBody = masked.map((one) => addedBytes(one).body)
    if (lane === 'jwt') expect(inBody[1]).toBe(laptop.held.accessToken!.length)
    else expect(inBody).toEqual([0, 0, 0])
    const all = masked.map(addedBytes).reduce((sum, one) => sum + one.request + one.response + one.body, 0)
    expect(addedSoFar(masked[2]!, masked)).toEqual({ bytes: all, count: 3 })
    expect(addedSoFar(masked[0]!, masked).count).toBe(1)
  },
)

describe('cookies of other programs on this host', () => {
  /** As many octets, whatever they are named. */
  const OTHERS = `shop-analytics=${'k'.repeat(180)}; session=${'x'.repeat(43)}; theme=dark`

  test.each(['cookie', 'session', 'jwt'] as const)('%s: add nothing to what the lane adds', async (lane) => {
    const alone = shop.client(lane)
    const among = shop.client(lane)
    among.held.jar.cookies = cookiePairs(OTHERS).map(([name, value]) => ({ name, value, path: '/' }))
    // The owner's browser sends them to the control plane as well.
    for (const name of ['shop-analytics', 'theme']) shop.world.sandbox.ownLines!.add(ownCookie(name))
    const acts = [
      (client: typeof alone) => client.get('cart'),
      (client: typeof alone) => client.add(),
      (client: typeof alone) => client.signIn(),
      (client: typeof alone) => client.get('me'),
      ...(lane === 'jwt' ? [(client: typeof alone) => client.post('refresh')] : []),
    ]
    const [plain, mixed]: [Exchange[], Exchange[]] = [[], []]
    for (const act of acts) {
      plain.push(maskExchange(await act(alone)))
      mixed.push(maskExchange(await act(among)))
    }
    // A seal is not always of one length.
    const own = mixed.map((one) => ownLine(one))
    expect(mixed.map((one) => addedBytes(one).request)).toEqual(own)
    expect(own[0]).toBe(0)
    if (lane !== 'cookie') expect(own).toEqual(plain.map((one) => addedBytes(one).request))
    expect(plain.map((one) => addedBytes(one).foreign)).toEqual(plain.map(() => 0))
    for (const one of mixed) {
      expect(one.request.headBytes - addedBytes(one).foreign).toBeGreaterThan(addedBytes(one).request)
      expect(addedBytes(one).foreign).toBeGreaterThanOrEqual(OTHERS.length)
      expect(one.carried?.filter(({ foreign }) => foreign).map(({ name }) => name)).toEqual([
        'shop-analytics',
        'session',
        'theme',
      ])
      expect(whereOf(one).wire).toEqual({ carrier: carrierOf(lane, one), bytes: addedBytes(one).request })
    }
    const costs = costsOf({ exchanges: mixed, act: null, device: 'laptop', tolerance: 0, now: 0 })[lane]
    expect(costs).toMatchObject({
      credentialBytes: own.reduce((sum, bytes) => sum + bytes, 0),
      requestsWithCredential: own.filter((bytes) => bytes > 0).length,
    })
    const totals = totalsOf(mixed, lane)
    expect(totals.up + totals.foreign).toBe(
      mixed.reduce((sum, { request }) => sum + request.headBytes + request.bodyBytes, 0),
    )
  })
})

/** What the head of this exchange would have of the lane, if nobody else had set a cookie. */
function ownLine({ strategy, request, action }: Exchange): number {
  const names = { cookie: ['visit'], session: ['session'], jwt: ['access', 'refresh'] }[strategy]
  const lines = request.headers.map(([field, value]) => {
    if (/^authorization$/i.test(field)) return `${field}: ${value}\r\n`
    if (!/^cookie$/i.test(field)) return ''
    const own = value.split('; ').filter((pair) => names.some((name) => pair.startsWith(`__Secure-${name}=`)))
    return own.length === 0 ? '' : `${field}: ${own.join('; ')}\r\n`
  })
  if (action === 'refresh') expect(lines.join('')).toContain('__Secure-refresh')
  return lengthOfMasked(lines.join(''))
}

function carrierOf(lane: Exchange['strategy'], { action, request }: Exchange) {
  const hasToken = request.headers.some(([field]) => /^authorization$/i.test(field))
  if (lane === 'jwt') return hasToken ? 'Bearer' : action === 'refresh' ? 'Cookie' : null
  return request.headers.some(([, value]) => value.includes('__Secure-')) ? 'Cookie' : null
}
