import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { refuseEarly } from './refuse-early'

function requestOf(method: string, url: string, rawHeaders: string[] = []): IncomingMessage {
  const request = new IncomingMessage(new Socket())
  Object.assign(request, { method, url })
  request.rawHeaders.push(...rawHeaders)
  return request
}

test.each([
  ['GET', '/%zz', 'GET /api/malformed-path'],
  ['POST', '/api/jwt/%E0%A4/laptop/me', 'GET /api/malformed-path'],
  ['GET', '/a%', 'GET /api/malformed-path'],
  ['GET', '/a%20b?c=%zz', 'GET /a%20b?c=%zz'],
  ['HEAD', '/ko', 'HEAD /ko'],
  ['PROPFIND', '/', 'GET /api/method-not-allowed'],
  ['TRACE', '/%zz', 'GET /api/method-not-allowed'],
])('%s %s is served as %s', (method, url, served) => {
  const request = requestOf(method, url)
  refuseEarly(request)
  expect(`${request.method} ${request.url}`).toBe(served)
})

test.each([
  [['Authorization', 'Bearer a', 'authorization', 'Bearer b'], 'Bearer a, Bearer b'],
  [['X-Authorization', 'Authorization', 'Authorization', 'Bearer a'], undefined],
])('%j', (raw, joined) => {
  const request = requestOf('GET', '/', raw)
  refuseEarly(request)
  expect(Object.hasOwn(request.headers, 'authorization') ? request.headers.authorization : undefined).toBe(
    joined,
  )
})
