import { describe, expect, it } from 'vitest'
import { closeToOrigins, corsFields, openToOrigins, policyAt } from './cors'

const names = {
  appOrigin: undefined,
  attackerOrigin: undefined,
  frontOrigin: 'http://localhost:41234',
  port: 3000,
}
const EXACT = { origin: 'exact', credentials: true } as const

describe('to whom a room says yes', () => {
  it.each(['http://localhost:41234', 'http://127.0.0.1:3000'])('%s is on the list', (origin) => {
    expect(corsFields(EXACT, origin, names)).toEqual({
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Allow-Credentials': 'true',
    })
    expect(corsFields({ origin: '*', credentials: false }, origin, names)).toEqual({
      'Access-Control-Allow-Origin': '*',
    })
  })

  it.each([
    'http://localhost:41235',
    'http://evil.example',
    'http://localhost:41234.evil.example',
    'null',
    '',
    undefined,
  ])('%s is not', (origin) => {
    expect(corsFields(EXACT, origin, names)).toEqual({})
    expect(corsFields({ origin: '*', credentials: false }, origin, names)).toEqual({})
  })

  it('nobody else where there is no other origin', () => {
    const alone = { ...names, appOrigin: 'https://shop.example', frontOrigin: undefined }
    expect(corsFields(EXACT, undefined, alone)).toEqual({})
  })
})

it('a policy is of one room, and ends with it', () => {
  openToOrigins('abcdefghijk', EXACT)
  expect(policyAt('/api/jwt/abcdefghijk/laptop/me')).toEqual(EXACT)
  for (const path of ['/api/jwt/abcdefghijx/laptop/me', '/api/sandbox', '/abcdefghijk/', ''])
    expect(policyAt(path)).toBeNull()
  closeToOrigins('abcdefghijk')
  expect(policyAt('/api/jwt/abcdefghijk/laptop/me')).toBeNull()
})
