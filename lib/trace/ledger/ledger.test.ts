import { describe, expect, test } from 'vitest'
import { DEFAULT_DIALS } from '@/lib/strategies/dials'
import { familyRow } from '@/lib/strategies/jwt/site/artifacts'
import type { FamilyRow } from '@/lib/strategies/jwt/store'
import { opaqueValues } from '@/lib/strategies/opaque'
import { sessionRow } from '@/lib/strategies/session/site/artifacts'
import type { SessionRow } from '@/lib/strategies/session/store'
import { fieldOf } from '@/lib/strategies/site/row-artifact'
import { aCookie } from '@/lib/testing/exchanges'
import { applyFinding } from './apply-finding'
import { createLedger } from './ledger'

const at = new Date('2026-11-23T04:00:00Z')
const later = new Date('2026-11-23T16:00:00Z')
const { value, hash } = opaqueValues.make()

const session = (differing: Partial<SessionRow> = {}): SessionRow => ({
  idHash: hash,
  handle: 'a',
  userId: 'mina',
  customer: null,
  device: 'laptop',
  cart: {},
  version: 1,
  createdAt: at,
  lastSeenAt: at,
  expiresAt: later,
  ...differing,
})

const rowOf = (row: SessionRow) => sessionRow(row, DEFAULT_DIALS)

const family = (differing: Partial<FamilyRow> = {}): FamilyRow => ({
  id: 'f',
  subject: 'mina',
  device: 'laptop',
  tokenHash: hash,
  generation: 1,
  createdAt: at,
  lastSeenAt: at,
  expiresAt: later,
  accessExpiresAt: at,
  endedAt: null,
  endedBecause: null,
  ...differing,
})

describe('a random value means what its row means', () => {
  test('its end is that of the row: idle or absolute, whichever comes first', () => {
    const ledger = createLedger()
    ledger.put('session', aCookie({ value, expiresAt: null }))
    ledger.put('session', rowOf(session()))
    const [cookie] = ledger.snapshot('session', 'laptop')
    expect(cookie).toMatchObject({
      backedBy: 'row/Session/a',
      ended: false,
      expiresAt: '2026-11-23T04:30:00.000Z',
    })
    ledger.put('session', rowOf(session({ lastSeenAt: new Date('2026-11-23T15:59:00Z') })))
    expect(ledger.snapshot('session', 'laptop')[0]).toMatchObject({ expiresAt: later.toISOString() })
  })

  test('without its row it is worth nothing, also for whoever copied it', () => {
    const ledger = createLedger()
    ledger.put('session', aCookie({ value }))
    ledger.put('session', aCookie({ id: 'attacker/memory/x', device: 'attacker', place: 'memory', value }))
    ledger.put('session', rowOf(session()))
    ledger.snapshot('session', 'laptop')
    ledger.noteDesk({ type: 'sign-ins-ended', userId: 'mina', at, lanes: ['session'] })
    expect(ledger.snapshot('session', 'laptop')).toMatchObject([{ ended: true, expiresAt: null }])
    expect(ledger.snapshot('session', 'attacker')).toMatchObject([{ ended: true, expiresAt: null }])
  })

  test('of one that never had a row here nothing is claimed', () => {
    const ledger = createLedger()
    const cookie = aCookie({ value })
    ledger.put('session', cookie)
    expect(ledger.snapshot('session', 'laptop')).toEqual([cookie])
  })

  test('a refresh token that was spent is worth nothing', () => {
    const ledger = createLedger()
    ledger.put('jwt', aCookie({ name: '__Secure-refresh', value }))
    applyFinding(ledger, { type: 'token-spent', family: family(), at })
    applyFinding(ledger, {
      type: 'family-row',
      known: false,
      row: family({ tokenHash: 'next', generation: 2 }),
    })
    expect(ledger.snapshot('jwt', 'laptop')[0]).toMatchObject({ ended: true, expiresAt: null })
  })
})

describe('inside the grace window', () => {
  const keys = { state: {}, sealPasswords: () => ({}), signingKeys: () => [], signingKeyPairs: () => [] }
  const dials = { ...DEFAULT_DIALS, jwt: { ...DEFAULT_DIALS.jwt, grace: 10 as const } }

  function afterRefresh(differing: Partial<FamilyRow> = {}) {
    const ledger = createLedger({ keys, dials })
    ledger.put('jwt', aCookie({ name: '__Secure-refresh', value }))
    applyFinding(ledger, { type: 'token-spent', family: family(differing), at })
    const row = family({ tokenHash: 'next', generation: 2, ...differing })
    applyFinding(ledger, { type: 'family-row', known: false, row })
    return ledger
  }

  test.each([
    [later, '2026-11-23T04:00:10.000Z'],
    [new Date('2026-11-23T04:00:03Z'), '2026-11-23T04:00:03.000Z'],
  ])('a spent token is good until it closes, or its family is over', (expiresAt, end) => {
    expect(afterRefresh({ expiresAt }).snapshot('jwt', 'laptop')[0]).toMatchObject({
      ended: false,
      expiresAt: end,
    })
  })

  test('with the family it ends too, whoever ends that', () => {
    const byShop = afterRefresh()
    applyFinding(byShop, { type: 'families-ended', which: { id: 'f' }, because: 'reuse', at })
    const byDesk = afterRefresh()
    byDesk.noteDesk({ type: 'sign-ins-ended', userId: 'mina', at, lanes: ['jwt'] })
    for (const ledger of [byShop, byDesk])
      expect(ledger.snapshot('jwt', 'laptop')[0]).toMatchObject({ ended: true, expiresAt: null })
  })

  test('one before the newest has none', () => {
    const ledger = afterRefresh()
    ledger.snapshot('jwt', 'laptop')
    applyFinding(ledger, { type: 'token-spent', family: family({ tokenHash: 'next' }), at })
    expect(ledger.snapshot('jwt', 'laptop')[0]).toMatchObject({ ended: true, expiresAt: null })
  })
})

test('of many rows the oldest are forgotten, and none that a credential stands for', () => {
  const ledger = createLedger()
  ledger.put('session', aCookie({ value }))
  ledger.put('session', rowOf(session()))
  ledger.snapshot('session', 'laptop')
  for (let nth = 0; nth < 60; nth++)
    ledger.put('session', rowOf(session({ handle: `h${nth}`, idHash: `${nth}` })))
  const [cookie, ...rows] = ledger.snapshot('session', 'laptop')
  expect(cookie).toMatchObject({ ended: false, backedBy: 'row/Session/a' })
  const ids = rows.map(({ id }) => id)
  expect(ids).toHaveLength(41)
  expect(ids).toContain('row/Session/a')
  expect(ids).not.toContain('row/Session/h19')
})

describe('what the desk does', () => {
  test('a family is marked with when and why, only in the lanes that were asked', () => {
    const ledger = createLedger()
    ledger.put('jwt', familyRow(family()))
    ledger.put('session', rowOf(session()))
    ledger.noteDesk({ type: 'sign-ins-ended', userId: 'mina', at, lanes: ['jwt'] })
    const [row] = ledger.snapshot('jwt', 'laptop')
    expect(row).toMatchObject({ ended: true })
    expect([fieldOf(row!, 'endedAt'), fieldOf(row!, 'endedBecause')]).toEqual([at.toISOString(), 'forced'])
    expect(row).toEqual(familyRow(family({ endedAt: at, endedBecause: 'forced' })))
    expect(ledger.snapshot('session', 'laptop')).toHaveLength(1)
  })

  test('others keep their rows', () => {
    const ledger = createLedger()
    ledger.put('session', rowOf(session({ userId: 'sam' })))
    ledger.noteDesk({ type: 'sign-ins-ended', userId: 'mina', at, lanes: ['session', 'jwt', 'cookie'] })
    expect(ledger.snapshot('session', 'laptop')).toHaveLength(1)
    ledger.noteDesk({ type: 'purged' })
    expect(ledger.snapshot('session', 'laptop')).toEqual([])
  })

  test('rows read anew take the place of what was known; equal ones stay the same object', () => {
    const ledger = createLedger()
    ledger.put('session', rowOf(session()))
    const [before] = ledger.snapshot('session', 'laptop')
    ledger.replaceRows('session', [rowOf(session()), rowOf(session({ handle: 'b' }))])
    const after = ledger.snapshot('session', 'laptop')
    expect(after[0]).toBe(before)
    ledger.replaceRows('session', [rowOf(session({ handle: 'b' }))])
    expect(ledger.snapshot('session', 'laptop')).toEqual([after[1]])
  })
})

test('an answer to an earlier read that comes late is no news', () => {
  const ledger = createLedger()
  applyFinding(ledger, { type: 'session-row', known: false, row: session({ version: 5 }) })
  applyFinding(ledger, { type: 'session-row', known: true, row: session({ version: 4 }) })
  expect(fieldOf(ledger.snapshot('session', 'laptop')[0]!, 'version')).toBe('5')
})

test('of very many rows the newest are kept', () => {
  const ledger = createLedger()
  for (let i = 0; i < 100; i++) ledger.put('session', rowOf(session({ handle: `h${i}`, idHash: `x${i}` })))
  ledger.put('session', rowOf(session({ handle: 'h60', idHash: 'x60' })))
  for (let i = 100; i < 139; i++) ledger.put('session', rowOf(session({ handle: `h${i}`, idHash: `x${i}` })))
  const handles = ledger.snapshot('session', 'laptop').map((row) => fieldOf(row, 'handle'))
  expect(handles).toHaveLength(40)
  expect(handles).toContain('h60')
})

test('nothing of a key but its name', () => {
  const keys = {
    state: {},
    sealPasswords: () => ({ 1: 'a'.repeat(32), 2: 'b'.repeat(32) }),
    signingKeys: () => [],
    signingKeyPairs: () => [],
  }
  const ledger = createLedger({ keys, dials: DEFAULT_DIALS })
  const listed = ledger.snapshot('cookie', 'laptop')
  expect(listed.map(({ name }) => name)).toEqual(['sealing key 1', 'sealing key 2'])
  expect(JSON.stringify(listed)).not.toMatch(/a{8}|b{8}/)
})

test('a row that is read again as it was stays the same object; one that differs in a column does not', () => {
  const ledger = createLedger()
  const read = (row: SessionRow) => {
    applyFinding(ledger, { type: 'session-row', known: true, row })
    return ledger.snapshot('session', 'laptop')[0]!
  }
  const first = read(session({ cart: { apple: 1 } }))
  expect(read(session({ cart: { apple: 1 }, lastSeenAt: new Date(at) }))).toBe(first)
  expect(fieldOf(read(session({ cart: { apple: 2 } })), 'cart')).toBe('{"apple":2}')
  expect(fieldOf(read(session({ cart: { apple: 2 }, lastSeenAt: later })), 'lastSeenAt')).toBe(
    later.toISOString(),
  )
})
