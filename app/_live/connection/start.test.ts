import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { destroySandbox } from '@/lib/sandbox/world/sandbox'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { until } from '@/lib/testing/until'
import { type Browser, openBrowser, openTab, refuseStorage } from '../testing'

let browser: Browser
beforeEach(() => {
  browser = openBrowser()
})
// A file that is still being fetched would come into the modules of the next test's tab.
afterEach(() => vi.dynamicImportSettled())

const READS = ['GET cookie/laptop/cart 200', 'GET session/laptop/cart 200', 'GET jwt/laptop/cart 200']

describe('start', () => {
  test('a first visit makes one sandbox and reads three carts, nothing else', async () => {
    const tab = await openTab()
    await tab.start()
    const { phase, users, catalogue, shops } = tab.live()
    expect(phase).toBe('live')
    expect(users.map(({ password }) => typeof password)).toEqual(['string', 'string'])
    expect(catalogue).toHaveLength(200)
    expect(shops.jwt.laptop).toMatchObject({ busy: false, customer: null, cart: { lines: [], total: 0 } })
    const [made, kept, ...rest] = browser.news()
    expect([made, kept]).toEqual(['POST sandbox 201', 'GET sandbox 200'])
    expect(rest.filter((one) => one.endsWith('cart 200')).sort()).toEqual(READS.toSorted())
    expect(rest.some((one) => one.includes('refresh'))).toBe(false)
  })

  test('asked again, or by a second tab, it is the same sandbox', async () => {
    const tab = await openTab()
    await Promise.all([tab.start(), tab.start()])
    await tab.start()
    const other = await openTab()
    await other.start()
    expect(other.live().sandbox).toEqual(tab.live().sandbox)
    expect(browser.news().filter((one) => one === 'POST sandbox 201')).toHaveLength(1)
  })

  test('a lane page reads its own cart; the others are read when they are needed', async () => {
    const tab = await openTab()
    await tab.start({ lanes: ['session'], device: 'phone' })
    const carts = () => browser.news().filter((one) => one.includes('cart'))
    expect(carts()).toEqual(['GET session/phone/cart 200'])
    await tab.start()
    expect(carts()).toEqual([])
    await tab.start({ lanes: STRATEGIES })
    expect(carts().sort()).toEqual(['GET cookie/phone/cart 200', 'GET jwt/phone/cart 200'])
  })

  test('the other device is read at first sight, and again where its cart has changed meanwhile', async () => {
    const tab = await openTab()
    await tab.start()
    const switched = async (device: 'laptop' | 'phone') => {
      browser.news()
      tab.setDevice(device)
      await until(() => expect(Object.values(tab.live().shops).some((lane) => lane[device].busy)).toBe(false))
      return browser.news().sort()
    }
    expect(await switched('phone')).toEqual(READS.map((one) => one.replace('laptop', 'phone')).toSorted())
    expect(await switched('laptop')).toEqual([])
    for (const device of ['laptop', 'phone'] as const)
      await tab.act(['session', 'jwt'], device, { act: 'sign-in', email: 'mina@shop.example' })
    await tab.act(['session', 'jwt'], 'laptop', { act: 'cart.add', sku: 'apple', quantity: 1 })
    expect(await switched('phone')).toEqual(['GET jwt/phone/cart 200'])
    expect(tab.live().shops.jwt.phone.cart?.lines).toMatchObject([{ sku: 'apple' }])
  })

  test.each([
    [true, 'cookies-blocked'],
    [false, 'insecure'],
  ])(
    'a browser that keeps no cookie (secure context: %s) is told, and gets no second sandbox',
    async (secure, phase) => {
      Object.assign(window, { isSecureContext: secure })
      const tab = await openTab()
      browser.intercept = () => {
        browser.jar.cookies = []
        return undefined
      }
      await tab.start()
      expect(tab.live().phase).toBe(phase)
      expect(browser.news()).toEqual(['POST sandbox 201', 'GET sandbox 404'])
    },
  )

  test.each([
    ['localhost', true, 'kept', 'secure-over-http'],
    ['localhost', true, 'blocked', 'cookies-blocked'],
    ['lan.example', false, 'kept', 'insecure'],
  ])(
    'over plain http on %s (secure context: %s), a cookie without Secure is %s: %s',
    async (hostname, secure, plain, phase) => {
      Object.assign(window, { isSecureContext: secure })
      vi.stubGlobal('location', { protocol: 'http:', hostname })
      const written: string[] = []
      Object.defineProperty(document, 'cookie', {
        get: () => (plain === 'kept' ? written.filter((line) => !line.includes('Max-Age=0')).join('; ') : ''),
        set: (line: string) => written.push(line),
      })
      const tab = await openTab()
      browser.intercept = () => {
        browser.jar.cookies = []
        return undefined
      }
      await tab.start()
      expect(tab.live().phase).toBe(phase)
      expect(written.at(-1)).toContain('Max-Age=0')
    },
  )

  test('a browser that refuses cookies, locks, channels and storage is told, and gets no second sandbox', async () => {
    refuseStorage(browser)
    const tab = await openTab()
    await tab.start()
    expect(tab.live().phase).toBe('cookies-blocked')
    expect(browser.news()).toEqual(['POST sandbox 201', 'GET sandbox 404'])
  })

  test('a browser that keeps cookies and refuses all else: every act works, the stream too', async () => {
    refuseStorage(browser)
    browser.intercept = null
    const tab = await openTab()
    await tab.start()
    expect(tab.live().phase).toBe('live')
    await tab.act(['jwt'], 'laptop', { act: 'sign-in', email: 'mina@shop.example' })
    await tab.advance(60)
    await tab.act(['jwt'], 'laptop', { act: 'cart.add', sku: 'apple', quantity: 1 })
    expect(tab.live().shops.jwt.laptop.cart?.lines).toMatchObject([{ sku: 'apple' }])
    const forward = JSON.stringify({ advanceSeconds: 5 })
    const headers = { 'Content-Type': 'application/json' }
    await fetch('/api/sandbox/clock', { method: 'POST', headers, body: forward })
    await until(() => expect(tab.live().clockOffset).toBe(65))
    await tab.startOver()
    expect(tab.live().phase).toBe('live')
  })

  test('without locks a tab has the stream while it is in sight, and misses nothing by that', async () => {
    refuseStorage(browser)
    browser.intercept = null
    const tab = await openTab()
    await tab.start()
    expect(browser.streams).toBe(1)
    const goes = (hidden: boolean) => {
      Object.assign(document, { hidden })
      document.dispatchEvent(new Event('visibilitychange'))
    }
    goes(true)
    expect(browser.streams).toBe(0)
    const force = { method: 'POST', body: JSON.stringify({ email: 'mina@shop.example' }) }
    await fetch('/api/sandbox/force-sign-out', { ...force, headers: { 'Content-Type': 'application/json' } })
    expect(tab.live().desk).toEqual([])
    goes(false)
    await until(() => expect(tab.live().desk).toHaveLength(1))
    expect(browser.streams).toBe(1)
  })

  test.each([
    ['the answer is no sandbox', () => Response.json({})],
    ['the answer is another server’s', () => new Response('<html>', { status: 502 })],
    ['the body is cut off', () => new Response('{', { headers: { 'Content-Type': 'application/json' } })],
  ])('%s: it does not go on opening', async (_, answer) => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {})
    browser.intercept = answer
    const tab = await openTab()
    await tab.start()
    expect(tab.live().phase).toMatch(/^(not-opened|failed)$/)
    told.mockRestore()
  })

  test('another tab starts over while this one opens: it comes along', async () => {
    const other = await openTab()
    await other.start()
    const tab = await openTab()
    const late = Promise.withResolvers<void>()
    let asked = 0
    browser.hold = (what) => (what === 'catalogue' && asked++ === 0 ? late.promise : undefined)
    const started = tab.start()
    await until(() => expect(asked).toBe(1))
    await other.startOver()
    await until(() => expect(tab.live().sandbox).toBeNull())
    late.resolve()
    await started
    expect(tab.live()).toMatchObject({ phase: 'live', sandbox: other.live().sandbox })
  })

  test('inside a frame nothing is sent', async () => {
    Object.assign(window, { top: {} })
    const tab = await openTab()
    await tab.start()
    expect(tab.live().phase).toBe('framed')
    expect(browser.news()).toEqual([])
  })

  test('too many: counts down, then starts by itself', async () => {
    const tab = await openTab()
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    browser.intercept = () => new Response(null, { status: 429, headers: { 'Retry-After': '2' } })
    await tab.start()
    expect(tab.live()).toMatchObject({ phase: 'too-many', retryAfter: 2 })
    browser.intercept = null
    vi.advanceTimersByTime(1000)
    expect(tab.live().retryAfter).toBe(1)
    vi.advanceTimersByTime(1000)
    vi.useRealTimers()
    await until(() => expect(tab.live()).toMatchObject({ phase: 'live', retryAfter: null }))
  })

  test('431: says that cookies of other programs may be the cause, here and in every shop', async () => {
    const tab = await openTab()
    browser.intercept = () => new Response('', { status: 431 })
    await tab.start()
    expect(tab.live().phase).toBe('head-too-large')
    browser.intercept = null
    await tab.start()
    expect(tab.live().phase).toBe('live')
    browser.intercept = (_, what) =>
      what.includes('session/') ? new Response('', { status: 431 }) : undefined
    await tab.act(['session'], 'laptop', { act: 'cart.add', sku: 'apple', quantity: 1 })
    expect(tab.live().phase).toBe('head-too-large')
  })

  test('no answer at all: failed', async () => {
    const tab = await openTab()
    browser.intercept = () => {
      throw new TypeError('connection refused')
    }
    await tab.start()
    expect(tab.live().phase).toBe('failed')
  })
})

describe('a sandbox that is over', () => {
  test('start over: the old one is gone, the other tab comes along', async () => {
    const tab = await openTab()
    await tab.start()
    const other = await openTab()
    await other.start()
    const old = tab.live().sandbox!
    await tab.act(['session'], 'laptop', { act: 'cart.add', sku: 'apple', quantity: 1 })
    await tab.startOver()
    expect(tab.live().phase).toBe('live')
    expect(tab.live().sandbox!.id).not.toBe(old.id)
    expect(tab.live().shops.session.laptop.cart?.lines).toEqual([])
    await until(() => expect(other.live()).toMatchObject({ phase: 'live', sandbox: tab.live().sandbox }))
  })

  test('start over while a question to the old one is under way: its answer says nothing of the new one', async () => {
    const tab = await openTab()
    await tab.start()
    const deleted = Promise.withResolvers<undefined>()
    const refused = Promise.withResolvers<void>()
    const late = Promise.withResolvers<void>()
    browser.intercept = (_, what) => (what === 'sandbox/force-sign-out' ? deleted.promise : undefined)
    browser.hold = (what, status) => {
      if (status === 404) refused.resolve()
      if (what !== 'sandbox' || status !== 204) return status === 404 ? late.promise : undefined
      deleted.resolve(undefined)
      return refused.promise
    }
    const asked = tab.forceSignOut('mina@shop.example')
    await tab.startOver()
    expect(browser.news()).toContain('POST sandbox/force-sign-out 404')
    late.resolve()
    expect(await asked).toBeNull()
    await vi.dynamicImportSettled()
    expect(tab.live().phase).toBe('live')
    expect(browser.news()).toEqual([])
  })

  test.each([
    ['deleted', () => [], 'key-absent'],
    [
      'another program’s now',
      (owner: Browser['jar']['cookies']) => owner.map((one) => ({ ...one, value: 'A'.repeat(43) })),
      'key-unknown',
    ],
  ])(
    'the owner’s cookie is %s: the page says so, and does not call the sandbox ended',
    async (_, changed, phase) => {
      const tab = await openTab()
      await tab.start()
      const { sandbox } = tab.live()
      const isOwner = ({ path }: { path: string }) => path === '/api/sandbox'
      const { cookies } = browser.jar
      browser.jar.cookies = [...cookies.filter((one) => !isOwner(one)), ...changed(cookies.filter(isOwner))]
      browser.news()
      expect(await tab.forceSignOut('mina@shop.example')).toBeNull()
      await until(() => expect(tab.live()).toMatchObject({ phase, sandbox }))
      expect(browser.news()).toEqual(['POST sandbox/force-sign-out 404', 'GET cookie/laptop/me 200'])
      await tab.startOver()
      expect(tab.live().phase).toBe('live')
      expect(tab.live().sandbox!.id).not.toBe(sandbox!.id)
    },
  )

  test('ended while the key is another program’s: the shop is asked, and says so', async () => {
    const tab = await openTab()
    await tab.start()
    for (const one of browser.jar.cookies) if (one.path === '/api/sandbox') one.value = 'A'.repeat(43)
    await destroySandbox(tab.live().sandbox!.id)
    await tab.forceSignOut('mina@shop.example')
    await until(() => expect(tab.live().phase).toBe('ended'))
    expect(browser.news()).toContain('GET cookie/laptop/me 404')
  })

  test('ended, and another tab has a new one: starting over joins it and does not end it', async () => {
    const tab = await openTab()
    await tab.start()
    await fetch('/api/sandbox', { method: 'DELETE' })
    await tab.act(['cookie'], 'laptop', { act: 'cart.read' })
    const other = await openTab()
    await other.start()
    await tab.startOver()
    expect(tab.live().sandbox).toEqual(other.live().sandbox)
    expect(browser.news().filter((one) => one.startsWith('DELETE'))).toEqual(['DELETE sandbox 204'])
  })

  test('swept while the page is open: ended, and one call opens a new one', async () => {
    const tab = await openTab()
    await tab.start()
    await fetch('/api/sandbox', { method: 'DELETE' })
    await tab.act(['cookie'], 'laptop', { act: 'cart.read' })
    await until(() => expect(tab.live().phase).toBe('ended'))
    await tab.startOver()
    expect(tab.live().phase).toBe('live')
  })
})
