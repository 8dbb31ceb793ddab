import type { IncomingMessage } from 'node:http'
import { expect, it } from 'vitest'
import { redirectStrangers } from './known-host'

const names = { appOrigin: undefined, attackerOrigin: undefined, port: 3000 }

function asked(host: string | undefined, url: string, headers: Record<string, string> = {}) {
  const request = { method: 'POST', url, headers: { host, ...headers } } as unknown as IncomingMessage
  redirectStrangers(request, names)
  return { method: request.method, url: request.url, askedFor: request.headers['x-asked-for'] }
}

it.each([
  ['localhost:3000', '/api/session/x/laptop/cart', '/api/session/x/laptop/cart'],
  ['LOCALHOST:3000', '/api/sandbox', '/api/sandbox'],
  ['evil.example', '/api/sandbox', '/api/misdirected'],
  ['localhost:3001', '/api/sandbox', '/api/misdirected'],
  ['localhost.evil.example:3000', '/api/sandbox', '/api/misdirected'],
  [undefined, '/api/sandbox', '/api/misdirected'],
  ['127.0.0.1:3000', '/api/catalogue?a=b', '/api/moved'],
  ['[::1]:3000', '/api/catalogue', '/api/moved'],
  ['evil.example', '/./api/sandbox', '/api/misdirected'],
  ['evil.example', '/x/%2e%2e/api/sandbox', '/api/misdirected'],
  ['evil.example', 'http://localhost:3000/api/sandbox', '/api/misdirected'],
  ['127.0.0.1:3000', '/./api/catalogue', '/api/moved'],
  ['10.0.0.7:8080', '/api/health', '/api/health'],
  ['10.0.0.7:8080', '/api/health?a', '/api/health?a'],
  ['evil.example', '/', '/'],
  ['localhost:3000', '/api/catalogue/', '/api/moved'],
  ['localhost:3000', '/api/', '/api/'],
  ['localhost:3000', '/about/', '/about/'],
])('%s %s is served as %s', (host, url, served) => {
  expect(asked(host, url).url).toBe(served)
})

it('moves an address that ends in a slash to the one without', () => {
  expect(asked('localhost:3000', '/api/x/?y=1/').askedFor).toBe('/api/x?y=1/')
})

it('keeps the method and the address of what has moved', () => {
  expect(asked('127.0.0.1:3000', '/api/x?y=1')).toEqual({
    method: 'POST',
    url: '/api/moved',
    askedFor: '/api/x?y=1',
  })
})

it('believes no client about what was asked for', () => {
  expect(asked('localhost:3000', '/api/moved', { 'x-asked-for': '//evil.example' }).askedFor).toBeUndefined()
})
