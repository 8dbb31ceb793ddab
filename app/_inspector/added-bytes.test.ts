import { expect, test } from 'vitest'
import { watchedShop } from '../../lib/testing/watched-shop'
import type { Exchange } from '../../lib/trace/exchange'
import { maskExchange } from '../../lib/trace/mask'
import { addedBytes, addedSoFar } from './added-bytes'

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
    if (lane === 'jwt') expect(inBody[1]).toBe(laptop.kept.token.length)
    else expect(inBody).toEqual([0, 0, 0])
    const all = masked.map(addedBytes).reduce((sum, one) => sum + one.request + one.response + one.body, 0)
    expect(addedSoFar(masked[2]!, masked)).toEqual({ bytes: all, count: 3 })
    expect(addedSoFar(masked[0]!, masked).count).toBe(1)
  },
)
