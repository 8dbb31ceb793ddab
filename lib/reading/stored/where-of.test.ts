import { expect, it } from 'vitest'
import type { Artifact } from '@/lib/trace/model/artifact'
import { exchange } from '../testing'
import { whereOf } from './where-of'

const plain: Artifact = {
  id: 'a',
  side: 'browser',
  place: 'cookie',
  device: 'laptop',
  name: '__Secure-refresh',
  form: 'random',
  value: null,
  credential: true,
  bytes: 59,
  attributes: null,
  expiresAt: null,
  contents: [],
}
const row = (name: string, ended = false): Artifact => ({
  ...plain,
  id: `row/${name}/${ended}`,
  side: 'server',
  place: 'row',
  name,
  credential: false,
  ended,
})

it('counts what each side holds after the exchange', () => {
  const memory: Artifact = { ...plain, id: 'b', place: 'memory', form: 'signed', bytes: 290 }
  const after = [plain, memory, row('RefreshFamily'), row('RefreshFamily', true), row('Cart')]
  const seen = whereOf({ ...exchange(1, { lane: 'jwt' }), stored: { before: [], after } })
  expect(seen.browser).toEqual({
    tokens: 2,
    cookieBytes: 59,
    memoryBytes: 290,
    storageBytes: 0,
    form: 'random',
  })
  expect(seen.server).toEqual({
    sessions: 0,
    families: 1,
    ended: 1,
    carts: 1,
    generations: 0,
    rawIds: false,
    elsewhere: [],
  })
})

it('tells a token in localStorage, the form of a cookie, and a row of numbers by customer', () => {
  const stored: Artifact = { ...plain, id: 'b', place: 'localStorage', form: 'signed', bytes: 290 }
  const cookie: Artifact = { ...plain, form: 'plain' }
  const after = [cookie, stored, row('VisitGeneration')]
  const seen = whereOf({ ...exchange(1, { lane: 'jwt' }), stored: { before: [], after } })
  expect(seen.browser).toMatchObject({ memoryBytes: 0, storageBytes: 290, form: 'plain' })
  expect(seen.server.generations).toBe(1)
})

it('names the carrier and counts its line', () => {
  const sent = exchange(1, { lane: 'session' })
  const line: [string, string] = ['Cookie', '__Secure-session=abc…[43]']
  const request = { ...sent.request, headers: [line], headBytes: 200 }
  expect(whereOf({ ...sent, request }).wire.carrier).toBe('Cookie')
  expect(whereOf(sent).wire).toEqual({ carrier: null, bytes: 0 })
})

it('tells which rows were made for another device', () => {
  const on = (device: Artifact['device'], name: string) => ({ ...row(name), device })
  const after = [on('laptop', 'Session'), on('phone', 'Session'), on('laptop', 'Cart')]
  const asked = { ...exchange(1, { lane: 'session', device: 'phone' }), stored: { before: [], after } }
  expect(whereOf(asked).server).toMatchObject({ sessions: 2, elsewhere: ['laptop'] })
})
