import { expect, it } from 'vitest'
import { env } from '../env'
import { crossSite } from './origin'

const asked = (origin: string) =>
  crossSite(new Request('http://localhost:3000/', { headers: { Host: 'localhost:3000', Origin: origin } }))

it('without APP_ORIGIN goes by the name that was asked for', () => {
  expect(asked('http://localhost:3000')).toBe(false)
  expect(asked('http://localhost:3001')).toBe(true)
  expect(asked('null')).toBe(true)
})

it('with APP_ORIGIN goes by that one, as the environment was parsed', () => {
  env.APP_ORIGIN = 'https://shop.example'
  try {
    expect(asked('https://shop.example')).toBe(false)
    expect(asked('http://localhost:3000')).toBe(true)
    expect(asked('http://shop.example')).toBe(true)
  } finally {
    env.APP_ORIGIN = undefined
  }
})
