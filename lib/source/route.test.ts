/** What the panel asks for when a step is opened. */
import { expect, test } from 'vitest'
import { callApi } from '@/lib/testing/api'
import { freshSandbox } from '@/lib/testing/sandbox'

const ask = (query: Record<string, string>, init?: RequestInit) =>
  callApi(`/api/source?${new URLSearchParams(query)}`, init)
const find = { file: 'lib/strategies/session/store.ts', symbol: 'createSessionStore.find' }

test('a symbol: its lines, what it calls, its place on the page', async () => {
  const response = await ask(find)
  const { listing, calls, place } = (await response.json()) as {
    listing: { first: number; lines: unknown[]; ran: [number, number] }
    calls: { symbol: string }[]
    place: string
  }
  expect(response.status).toBe(200)
  expect(listing.ran[0]).toBeGreaterThan(listing.first)
  expect(calls.map(({ symbol }) => symbol)).toEqual(['parse'])
  expect(place).toBe('open-session-createSessionStore.find')
})

test.each([
  {},
  { file: find.file },
  { ...find, symbol: '__proto__' },
  { ...find, symbol: 'x'.repeat(5000) },
  { file: '../../.env', symbol: 'SESSION_PASSWORDS' },
  { file: 'package.json', symbol: 'name' },
])('anything else is not there: %j', async (query) => {
  const response = await ask(query as Record<string, string>)
  expect([response.status, (await response.json()).code]).toEqual([404, 'not_found'])
})

test('writes are no method of it', async () => expect((await ask(find, { method: 'POST' })).status).toBe(405))

test('the statements of an exchange are for the owner of its sandbox', async () => {
  const { sandbox } = await freshSandbox()
  const stranger = await callApi(`/api/sandbox/exchanges/${sandbox.id}-1/statements`)
  expect([stranger.status, (await stranger.json()).code]).toEqual([404, 'no_sandbox'])
})
