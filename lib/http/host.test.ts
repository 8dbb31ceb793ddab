import { describe, expect, it } from 'vitest'
import { attackerOrigin, attackerOriginAt, frontOrigin, hostRule } from './host'

const here = { appOrigin: undefined, attackerOrigin: undefined, port: 3000 }
const deployed = { appOrigin: 'https://shop.example', attackerOrigin: 'https://evil.example', port: 3000 }

describe('without APP_ORIGIN', () => {
  it.each([
    ['localhost:3000', '/', { site: 'shop' }],
    ['LOCALHOST:3000', '/ko', { site: 'shop' }],
    ['127.0.0.1:3000', '/', { site: 'moved', origin: 'http://localhost:3000' }],
    ['[::1]:3000', '/cookie', { site: 'moved', origin: 'http://localhost:3000' }],
    ['127.0.0.1:3000', '/attacker', { site: 'attacker' }],
    ['127.0.0.1:3000', '/attacker/page', { site: 'attacker' }],
    ['127.0.0.1:3000', '/attackers', { site: 'moved', origin: 'http://localhost:3000' }],
    ['localhost:3001', '/', { site: 'unknown' }],
    ['localhost', '/', { site: 'unknown' }],
    ['localhost.evil.example:3000', '/', { site: 'unknown' }],
    ['192.168.1.7:3000', '/', { site: 'unknown' }],
    ['', '/', { site: 'unknown' }],
    [null, '/', { site: 'unknown' }],
  ])('%s%s', (host, path, rule) => expect(hostRule(host, path, here)).toEqual(rule))

  it('leaves the port out where it is 80', () => {
    expect(hostRule('localhost', '/', { ...here, port: 80 })).toEqual({ site: 'shop' })
  })
})

describe('with APP_ORIGIN', () => {
  it.each([
    ['shop.example', '/', { site: 'shop' }],
    ['evil.example', '/', { site: 'moved', origin: 'https://shop.example' }],
    ['evil.example', '/attacker/page', { site: 'attacker' }],
    ['localhost:3000', '/', { site: 'unknown' }],
    ['127.0.0.1:3000', '/attacker', { site: 'unknown' }],
  ])('%s%s', (host, path, rule) => expect(hostRule(host, path, deployed)).toEqual(rule))

  it('has no attacker where no second site is configured', () => {
    expect(attackerOrigin({ ...deployed, attackerOrigin: undefined })).toBeNull()
  })
})

describe('the other origin of the own site', () => {
  const names = { ...here, frontOrigin: 'http://localhost:41234' }
  it.each([
    ['localhost:41234', '/attacker/en', { site: 'attacker' }],
    ['localhost:41234', '/', { site: 'moved', origin: 'http://localhost:3000' }],
    ['localhost:41235', '/attacker/en', { site: 'unknown' }],
    ['localhost:3000', '/attacker/en', { site: 'shop' }],
  ])('%s%s', (host, path, rule) => expect(hostRule(host, path, names)).toEqual(rule))

  it('has its name, and TLS where that says so', () => {
    expect(frontOrigin(names)).toBe('http://localhost:41234')
    expect(frontOrigin(here)).toBeNull()
    const named = { ...deployed, frontOrigin: 'https://app.shop.example' }
    expect(attackerOriginAt('app.shop.example', named)).toBe('https://app.shop.example')
  })
})

it('asked for by another of its names, the attacker’s site has that origin', () => {
  expect(attackerOriginAt('[::1]:3000', here)).toBe('http://[::1]:3000')
  expect(attackerOriginAt('EVIL.example', deployed)).toBe('https://evil.example')
  expect(attackerOriginAt('127.0.0.1:3000', { ...deployed, appOrigin: undefined })).toBe(
    'http://127.0.0.1:3000',
  )
})
