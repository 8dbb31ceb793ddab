/** What tabs and the event stream tell is taken by those whom it concerns: the same sandbox, lane and device. */
import { beforeEach, describe, expect, test } from 'vitest'
import { openBrowser, openTab, type Tab } from '@/app/_live/testing'
import { until } from '@/lib/testing/until'

const OTHER = 'AAAAAAAAAAA'
const MINA = 'mina@shop.example'

let tab: Tab
beforeEach(async () => {
  openBrowser()
  tab = await openTab()
  await tab.start()
  await tab.act(['cookie', 'session', 'jwt'], 'laptop', { act: 'sign-in', email: MINA })
})

/** In the order in which they are sent; what comes last shows that the ones before have been heard. */
function posted(channel: string, ...messages: object[]) {
  const other = new BroadcastChannel(channel)
  for (const message of messages) other.postMessage(message)
  return () => other.close()
}

const customerOf = (lane: 'cookie' | 'session' | 'jwt', device: 'laptop' | 'phone' = 'laptop') =>
  tab.live().shops[lane][device].customer?.email ?? null

describe('another tab tells', () => {
  const signedOut = { customer: null, formerly: 'Mina Park' }

  test('of a sandbox that is not ours: nothing changes here', async () => {
    const { id } = tab.live().sandbox!
    const shop = { kind: 'shop', strategy: 'session', device: 'laptop', patch: signedOut }
    const token = { kind: 'token', device: 'laptop', token: 'a.b.c', renewals: 99 }
    const heard = { ...shop, sandbox: id, strategy: 'cookie' }
    const close = posted('remember-me:tabs', { ...shop, sandbox: OTHER }, { ...token, sandbox: OTHER }, heard)
    await until(() => expect(customerOf('cookie')).toBeNull())
    expect(customerOf('session')).toBe(MINA)
    // The token is still held: it is sent, and accepted.
    await tab.act(['jwt'], 'laptop', { act: 'cart.read' })
    expect(tab.live().shops.jwt.laptop.last).toMatchObject({ status: 200 })
    expect(customerOf('jwt')).toBe(MINA)
    close()
  })

  test('of one lane on one device: the others stay as they are', async () => {
    const { id } = tab.live().sandbox!
    const shop = { kind: 'shop', sandbox: id, strategy: 'session', device: 'laptop', patch: signedOut }
    const close = posted('remember-me:tabs', { ...shop, device: 'phone' }, shop)
    await until(() => expect(customerOf('session')).toBeNull())
    expect([customerOf('cookie'), customerOf('jwt')]).toEqual([MINA, MINA])
    expect(tab.live().shops.session.phone.formerly).toBe('Mina Park')
    expect(tab.live().shops.cookie.phone.formerly).toBeNull()
    close()
  })

  test('of a token of the phone: the laptop keeps its own', async () => {
    const { id } = tab.live().sandbox!
    const token = { kind: 'token', sandbox: id, device: 'phone', token: 'a.b.c', renewals: 99 }
    const heard = { kind: 'shop', sandbox: id, strategy: 'cookie', device: 'laptop', patch: signedOut }
    const close = posted('remember-me:tabs', token, heard)
    await until(() => expect(customerOf('cookie')).toBeNull())
    await tab.act(['jwt'], 'laptop', { act: 'cart.read' })
    expect(tab.live().shops.jwt.laptop.last).toMatchObject({ status: 200 })
    expect(customerOf('jwt')).toBe(MINA)
    close()
  })
})

test('the tab that has the event stream passes on news of a sandbox that is not ours: none is taken', async () => {
  const { id } = tab.live().sandbox!
  const run = (name: string) => ({ type: 'lab', data: { run: { id: name } } })
  const clock = { type: 'clock', data: { offsetSeconds: 4711, now: new Date().toISOString() } }
  const passed = (sandbox: string, event: object) => ({ kind: 'event', sandbox, event })
  const close = posted(
    'remember-me:stream',
    passed(OTHER, run('another')),
    passed(OTHER, clock),
    { kind: 'connection', sandbox: OTHER, up: false },
    passed(id, run('ours')),
  )
  await until(() => expect(tab.live().labRun?.id).toBe('ours'))
  expect(tab.live()).toMatchObject({ clockOffset: 0, phase: 'live' })
  close()
})
