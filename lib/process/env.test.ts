import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isDatabaseUnavailable } from '@/lib/db/client'
import { readEnv } from './env'
import { SecretsUnavailable } from './secrets'

const folder = () => mkdtempSync(join(process.env.DATA_DIR!, 'env-'))
const mode = (path: string) => statSync(path).mode & 0o777

function thrown(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

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

  test.each([0o000, 0o022, 0o277])('whatever the umask: %o', (mask) => {
    const cwd = folder()
    const before = process.umask(mask)
    try {
      void readEnv({}, cwd).SESSION_PASSWORDS
    } finally {
      process.umask(before)
    }
    expect(readdirSync(join(cwd, 'data'))).toEqual(['session-passwords'])
    expect(mode(join(cwd, 'data'))).toBe(0o700)
    expect(mode(join(cwd, 'data/session-passwords'))).toBe(0o600)
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
      ['SHARE_DATA_DIR', 'yes'],
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

  test('a kept secret that came from elsewhere becomes its owner’s alone, whatever ends its lines', () => {
    const cwd = folder()
    const path = join(cwd, 'jwt-keys')
    writeFileSync(path, `${'k'.repeat(32)}\r\n`, { mode: 0o644 })
    expect(readEnv({ DATA_DIR: cwd }, cwd).JWT_KEYS).toEqual(['k'.repeat(32)])
    expect(mode(path)).toBe(0o600)
  })

  test('a folder that gives no secrets is trouble with the data, which may pass', () => {
    const cwd = folder()
    writeFileSync(join(cwd, 'file'), '')
    mkdirSync(join(cwd, 'jwt-keys'))
    for (const DATA_DIR of [join(cwd, 'file'), cwd]) {
      const caught = thrown(() => readEnv({ DATA_DIR }, cwd).JWT_KEYS)
      expect(caught).toBeInstanceOf(SecretsUnavailable)
      expect(isDatabaseUnavailable(caught)).toBe(true)
    }
  })

  test('a kept secret that is too short stops the start', () => {
    const cwd = folder()
    writeFileSync(join(cwd, 'jwt-keys'), 'weak\n')
    expect(() => readEnv({ DATA_DIR: cwd }, cwd).JWT_KEYS).toThrow('32 characters')
    writeFileSync(join(cwd, 'jwt-keys'), '')
    const caught = thrown(() => readEnv({ DATA_DIR: cwd }, cwd).JWT_KEYS)
    expect(String(caught)).toContain('32 characters')
    expect(isDatabaseUnavailable(caught)).toBe(false)
  })
})
