import { beforeEach, describe, expect, it, vi } from 'vitest'
import { followOtherTabs, forgetLab, keepGuess, keepResult, openKept, parsed, useKept } from './kept'

const stored = new Map<string, string>()
const storage = {
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, value: string) => void stored.set(key, value),
  removeItem: (key: string) => void stored.delete(key),
}

beforeEach(() => {
  stored.clear()
  // Keys of a real storage are its own properties.
  vi.stubGlobal(
    'localStorage',
    new Proxy(storage, {
      ownKeys: () => [...stored.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    }),
  )
  useKept.setState({ sandbox: null, guesses: {}, results: {} })
})

const RESULT = {
  at: '2026-01-01T00:00:00.000Z',
  run: 'a-run',
  findings: [
    { lane: 'jwt', moment: 'at-once', outcome: 'gets-in', exchange: null, readFrom: 'frame', facts: {} },
  ],
} as const

describe('what is kept of the labs', () => {
  it('comes back for the same sandbox, and for no other', () => {
    openKept('one')
    keepGuess('x09-theft', 'jwt', 'refused')
    keepResult('x09-theft', 'default', RESULT)
    useKept.setState({ sandbox: null, guesses: {}, results: {} })
    openKept('one')
    expect(useKept.getState().guesses).toEqual({ 'x09-theft': { jwt: 'refused' } })
    expect(useKept.getState().results['x09-theft']?.default).toEqual(RESULT)
    openKept('two')
    expect(useKept.getState()).toMatchObject({ guesses: {}, results: {} })
    expect([...stored.keys()]).toEqual([])
  })

  it('of one lab is forgotten alone', () => {
    openKept('one')
    keepGuess('x09-theft', 'jwt', 'refused')
    keepGuess('x06-tamper', 'jwt', 'accepted')
    forgetLab('x09-theft')
    expect(useKept.getState().guesses).toEqual({ 'x09-theft': {}, 'x06-tamper': { jwt: 'accepted' } })
  })

  it.each([
    null,
    '',
    '{',
    '[]',
    '{"guesses":{}}',
    '{"guesses":{},"results":[]}',
    '{"guesses":{"x":7},"results":{}}',
    '{"guesses":{},"results":{"x":{"default":{}}}}',
    '{"guesses":{},"results":{"x":{"default":{"at":"","run":"","findings":[{}]}}}}',
  ])('that something else wrote is left alone: %s', (text) => expect(parsed(text)).toBeNull())

  it('is what another tab has written of the same sandbox, and of no other', () => {
    const tabs = new EventTarget()
    vi.stubGlobal('addEventListener', tabs.addEventListener.bind(tabs))
    vi.stubGlobal('removeEventListener', tabs.removeEventListener.bind(tabs))
    const wrote = (key: string | null, newValue: string | null) =>
      tabs.dispatchEvent(Object.assign(new Event('storage'), { key, newValue }))
    openKept('one')
    keepGuess('x09-theft', 'jwt', 'refused')
    const unfollow = followOtherTabs()
    const notes = JSON.stringify({ guesses: { 'x09-theft': { jwt: 'gets-in' } }, results: {} })
    for (const key of ['labs:two', 'labs:', 'remember-me:hints', null]) wrote(key, notes)
    expect(useKept.getState().guesses['x09-theft']).toEqual({ jwt: 'refused' })
    wrote('labs:one', notes)
    expect(useKept.getState().guesses['x09-theft']).toEqual({ jwt: 'gets-in' })
    unfollow()
    wrote('labs:one', null)
    expect(useKept.getState().guesses['x09-theft']).toEqual({ jwt: 'gets-in' })
  })

  it('lives as long as the page where storage is blocked', () => {
    vi.stubGlobal('localStorage', undefined)
    openKept('one')
    keepGuess('x09-theft', 'jwt', 'refused')
    expect(useKept.getState().guesses['x09-theft']).toEqual({ jwt: 'refused' })
  })
})
