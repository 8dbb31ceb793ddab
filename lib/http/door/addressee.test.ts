import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addresseeOf, isApi, isRoute } from './addressee'

const here = { appOrigin: undefined, attackerOrigin: undefined, port: 3000 }
const SHOP = 'http://localhost:3000'

const asked = (host: string | undefined, path: string, query = '') => {
  const addressee = addresseeOf(host, path, query, here)
  return typeof addressee === 'string' ? addressee : addressee.location
}

describe('names', () => {
  test.each([
    ['localhost:3000', '/api/session/x/laptop/cart', 'here'],
    ['LOCALHOST:3000', '/api/sandbox', 'here'],
    ['localhost:3000', '/', 'here'],
    ['evil.example', '/api/sandbox', 'unknown'],
    ['evil.example', '/', 'unknown'],
    ['evil.example', '/_next/static/a.js', 'unknown'],
    ['localhost:3001', '/api/sandbox', 'unknown'],
    ['localhost.evil.example:3000', '/api/sandbox', 'unknown'],
    [undefined, '/api/sandbox', 'unknown'],
    // Whoever asks whether the server lives may ask under any name.
    ['10.0.0.7:8080', '/api/health', 'here'],
    ['127.0.0.1:3000', '/api/catalogue', `${SHOP}/api/catalogue`],
    ['[::1]:3000', '/jwt', `${SHOP}/jwt`],
    ['127.0.0.1:3000', '/attacker/ko/x', 'here'],
    ['127.0.0.1:3000', '/_next/static/a.js', 'here'],
    ['127.0.0.1:3000', '/icon.svg', 'here'],
  ])('%s %s', (host, path, addressee) => expect(asked(host, path)).toBe(addressee))
})

describe('paths', () => {
  test.each([
    ['/about/', '/about'],
    ['/api/catalogue/', '/api/catalogue'],
    ['/api/', 'here'],
    ['/en', '/'],
    ['/en/', '/'],
    ['/en/labs', '/labs'],
    ['/english', 'here'],
    ['/ko/', '/ko'],
    ['/ko', 'here'],
    ['//', '/'],
    ['//evil.example/x', '/evil.example/x'],
    ['/en//evil.example', '/evil.example'],
    ['/ko//evil.example', '/ko/evil.example'],
    ['/en/%09/evil.example', '/%09/evil.example'],
    ['/en/%2Fevil.example', '/%2Fevil.example'],
    ['/_next//static/a.js', '/_next/static/a.js'],
  ])('%s → %s', (path, to) => expect(asked('localhost:3000', path)).toBe(to === 'here' ? to : SHOP + to))

  test('the query goes along as it is', () => {
    expect(asked('localhost:3000', '/api/x/', '?y=1/')).toBe(`${SHOP}/api/x?y=1/`)
  })

  test('on the attacker’s site stay there', () => {
    expect(asked('127.0.0.1:3000', '/attacker//x')).toBe('/attacker/x')
  })
})

test('what takes more than GET is known for a route: it says itself what it takes', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('/route.ts'),
  )
  const paths = files.map((file) => `/${join(file, '..')}`)
  expect(paths).toContain('/attacker/jar/cart')
  const others = paths.filter((path) => !isRoute(path) && !isApi(path))
  expect(others.toSorted()).toEqual(['/.well-known/security.txt', '/labs/frame/form', '/labs/frame/stores'])
})
