import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closePath, noteGuess, notePath, readPath, usePathPlace } from './path-left'

const KEY = 'remember-me:path'
let kept: Map<string, string>

beforeEach(() => {
  kept = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
})
afterEach(() => vi.unstubAllGlobals())

const now = () => usePathPlace.getState()

it.each([
  [null, { place: 'open', guess: null }],
  ['open', { place: 'open', guess: null }],
  ['left', { place: 'left', guess: null }],
  // As browsers have it that walked it before there was a question.
  ['done', { place: 'gone', guess: null }],
  ['open session+jwt', { place: 'open', guess: 'session+jwt' }],
  ['left unsure', { place: 'left', guess: 'unsure' }],
  ['open jwt', { place: 'open', guess: null }],
  ['nonsense <b>', { place: 'open', guess: null }],
])('%s is read as it stands, or as nothing', (value, expected) => {
  if (value !== null) kept.set(KEY, value)
  readPath()
  expect(now()).toEqual(expected)
})

it('keeps a guess when it is left, taken up again and walked', () => {
  readPath()
  noteGuess('session')
  notePath('left')
  readPath()
  expect(now()).toEqual({ place: 'left', guess: 'session' })
  notePath('open')
  notePath('done')
  // The end stands there until the page goes.
  expect(now().place).toBe('open')
  closePath()
  expect(now().place).toBe('gone')
  readPath()
  expect(now()).toEqual({ place: 'gone', guess: 'session' })
})

it('where nothing can be kept there is no path', () => {
  vi.stubGlobal('localStorage', undefined)
  readPath()
  expect(now().place).toBe('none')
  noteGuess('session')
  notePath('left')
})
