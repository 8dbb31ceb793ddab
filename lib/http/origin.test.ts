import { afterEach, describe, expect, it } from 'vitest'
import { env } from '@/lib/process/env'
import { crossSite } from './origin'

const asked = (Origin: string, Host = 'localhost:3000') =>
  crossSite(new Request('http://localhost:3000/', { headers: { Host, Origin } }))

afterEach(() => {
  env.APP_ORIGIN = undefined
})

describe('without APP_ORIGIN', () => {
  it('the own origin is the one that is served: its scheme, its name and its port', () => {
    expect(asked('http://localhost:3000')).toBe(false)
    for (const other of ['https://localhost:3000', 'http://localhost:3001', 'http://localhost', 'null'])
      expect(asked(other)).toBe(true)
  })

  it('is not what the request says of itself', () => {
    expect(asked('http://elsewhere.example', 'elsewhere.example')).toBe(true)
    expect(asked('http://localhost:3000', 'LOCALHOST:3000')).toBe(false)
  })
})

describe('with APP_ORIGIN', () => {
  it.each([
    ['https://shop.example', ['http://shop.example', 'https://shop.example:443', 'http://localhost:3000']],
    ['http://shop.example', ['https://shop.example', 'http://shop.example:80', 'http://localhost:3000']],
    ['http://192.168.0.7:8080', ['https://192.168.0.7:8080', 'http://192.168.0.7', 'http://localhost:8080']],
  ])('%s: it is that one, as a browser writes it', (own, others) => {
    env.APP_ORIGIN = own
    expect(asked(own)).toBe(false)
    for (const other of others) expect(asked(other)).toBe(true)
  })
})
