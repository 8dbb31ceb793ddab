import { expect, test } from 'vitest'
import type { HeaderLine } from '../../lib/trace/exchange'
import { costsOf } from './costs'
import { credentialBytes } from './credential-bytes'
import { exchange, START } from './testing'

/** As it went over the wire, and as it reaches the panel: the credential masked. */
function sent(headers: HeaderLine[], shown: HeaderLine[]) {
  const one = exchange(1, { lane: 'session' })
  const start = `GET ${one.request.target} HTTP/1.1\r\n`
  const headBytes = `${start}${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`.length
  return { ...one, request: { ...one.request, headers: shown, headBytes } }
}

const cookie = `__Secure-session=${'a'.repeat(43)}`

test('the credential line is what is left of the head', () => {
  const host: HeaderLine = ['Host', 'localhost:3000']
  const masked = sent([host, ['Cookie', cookie]], [host, ['Cookie', '__Secure-session=aaaaaa…']])
  expect(credentialBytes(masked)).toBe(`Cookie: ${cookie}\r\n`.length)
  expect(credentialBytes(sent([host], [host]))).toBe(0)
})

test('sums stay in their lane', () => {
  const one = { ...sent([['Cookie', cookie]], [['Cookie', '…']]), cost: { reads: 1, writes: 1, micros: 9 } }
  const costs = costsOf({
    exchanges: [one, { ...one, seq: 2 }, exchange(3, { lane: 'jwt' })],
    act: null,
    device: 'laptop',
    now: START,
  })
  expect(costs.session).toMatchObject({
    exchanges: 2,
    credentialBytes: 140,
    requestsWithCredential: 2,
    reads: 2,
    writes: 2,
  })
  expect(costs.jwt).toMatchObject({ exchanges: 1, credentialBytes: 0, requestsWithCredential: 0, reads: 0 })
})
