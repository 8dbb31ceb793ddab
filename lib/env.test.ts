import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readEnv } from './env'

const folder = () => mkdtempSync(join(process.env.DATA_DIR!, 'env-'))

describe('an empty environment', () => {
  test('is enough', () => {
    const { PORT, APP_ORIGIN, RATE_LIMIT_SCALE, TRUSTED_PROXY_HOPS, INSECURE_HTTP } = readEnv({}, '/shop')
    expect({ PORT, APP_ORIGIN, RATE_LIMIT_SCALE, TRUSTED_PROXY_HOPS, INSECURE_HTTP }).toEqual({
      PORT: 3000,
      APP_ORIGIN: undefined,
      RATE_LIMIT_SCALE: 1,
      TRUSTED_PROXY_HOPS: 0,
      INSECURE_HTTP: false,
    })
  })

  test('keeps the data beside the project, also from the folder of the standalone server', () => {
    expect(readEnv({}, '/shop').DATABASE_URL).toBe('file:/shop/data/shop.db')
    expect(readEnv({}, '/shop/.next/standalone').DATABASE_URL).toBe('file:/shop/data/shop.db')
  })

  test('makes secrets at first need, for their owner alone, and keeps them', () => {
    const cwd = folder()
    const [first] = readEnv({}, cwd).SESSION_PASSWORDS
    expect(first).toMatch(/^[\w-]{43}$/)
    expect(readFileSync(join(cwd, 'data/session-passwords'), 'utf8')).toBe(`${first}\n`)
    expect(statSync(join(cwd, 'data/session-passwords')).mode & 0o777).toBe(0o600)
    expect(readEnv({}, cwd).JWT_KEYS).not.toEqual([first])
  })
})

describe('what is given', () => {
  test('is read strictly', () => {
    for (const [name, value] of [
      ['PORT', '70000'],
      ['PORT', 'http'],
      ['DATABASE_URL', 'postgres://elsewhere/shop'],
      ['APP_ORIGIN', 'shop.example'],
      ['SESSION_PASSWORDS', 'too short'],
      ['JWT_KEYS', `${'k'.repeat(32)},short`],
      ['RATE_LIMIT_SCALE', '0'],
      ['TRUSTED_PROXY_HOPS', '-1'],
      ['INSECURE_HTTP', 'maybe'],
    ] as const) {
      expect(() => readEnv({ [name]: value }, '/shop'), `${name}=${value}`).toThrow(name)
    }
  })

  test('an empty value counts as none', () => {
    expect(readEnv({ APP_ORIGIN: '', PORT: '' }, '/shop').PORT).toBe(3000)
  })

  test('an origin loses its path, a database path becomes absolute, secrets keep their order', () => {
    const keys = ['n'.repeat(32), 'o'.repeat(32)]
    const env = readEnv(
      {
        APP_ORIGIN: 'https://shop.example/welcome',
        DATABASE_URL: 'file:./my shop.db',
        JWT_KEYS: keys.join(', '),
      },
      '/shop',
    )
    expect(env.APP_ORIGIN).toBe('https://shop.example')
    expect(env.DATABASE_URL).toBe('file:/shop/my%20shop.db')
    expect(env.JWT_KEYS).toEqual(keys)
  })

  test('a kept secret that is too short stops the start', () => {
    const cwd = folder()
    writeFileSync(join(cwd, 'jwt-keys'), 'weak\n')
    expect(() => readEnv({ DATA_DIR: cwd }, cwd).JWT_KEYS).toThrow('32 characters')
  })
})
