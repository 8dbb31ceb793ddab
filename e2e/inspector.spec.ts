/** The panel against what really went over the wire: the browser's own account, and a raw TCP client. */
import { connect } from 'node:net'
import type { Request as BrowserRequest } from '@playwright/test'
import { expect, LANES, test } from './fixtures'

test('says what the browser says', async ({ site, page }) => {
  const sent: BrowserRequest[] = []
  page.on('request', (request) => {
    if (/\/api\/(cookie|session|jwt)\//.test(request.url())) sent.push(request)
  })
  await site.act('Sign in as Mina', 'sign-in')
  await site.act('Add Apple', 'cart.add')
  for (const masked of (await site.exchanges()).slice(-6)) {
    const { request, response } = await site.exchange(masked.id)
    const theirs = sent.find(
      (one) => new URL(one.url()).pathname === request.target && one.method() === request.method,
    )!
    const answer = (await theirs.response())!
    expect(response!.status).toBe(answer.status())
    const field = (lines: [string, string][], name: string) =>
      lines.filter(([key]) => key.toLowerCase() === name).map(([, value]) => value)
    const browserSent = await theirs.allHeaders()
    for (const name of ['cookie', 'authorization', 'content-type', 'origin'])
      expect(field(request.headers, name)).toEqual(browserSent[name] === undefined ? [] : [browserSent[name]])
    const browserGot = await answer.headersArray()
    expect(field(response!.headers, 'set-cookie')).toEqual(
      browserGot.filter(({ name }) => name.toLowerCase() === 'set-cookie').map(({ value }) => value),
    )
  }
})

for (const lane of LANES) {
  test(`${lane}: the heads are what a raw TCP client sent and received`, async ({ site, baseURL }) => {
    const { port } = new URL(baseURL!)
    const head = [
      `GET /api/${lane}/${await site.sandboxId()}/phone/cart HTTP/1.1`,
      `Host: localhost:${port}`,
      'X-Repeated: one',
      'x-repeated: two',
      'ACCEPT: application/json',
      `X-Long: ${'a'.repeat(4000)}`,
      'X-Empty:',
      'Connection: close',
    ]
    const received = await exchangeRaw(Number(port), `${head.join('\r\n')}\r\n\r\n`)
    await expect.poll(async () => (await site.exchanges()).some(isRaw)).toBe(true)
    const told = (await site.exchanges()).find(isRaw)!
    // Nobody is signed in there: of what anybody could have written the list tells lengths only.
    expect(told.request.headers).toContainEqual(['…[10]', '…[3]'])
    const exchange = await site.exchange(told.id)

    const { method, target, httpVersion, headers } = exchange.request
    expect([
      `${method} ${target} HTTP/${httpVersion}`,
      ...headers.map(([n, v]) => `${n}: ${v}`.trimEnd()),
    ]).toEqual(head)
    const headEnd = received.indexOf('\r\n\r\n')
    const [receivedHead, body] = [received.slice(0, headEnd), received.slice(headEnd + 4)]
    const { status, reason, headers: sent } = exchange.response!
    expect([`HTTP/1.1 ${status} ${reason}`, ...sent.map(([n, v]) => `${n}: ${v}`)]).toEqual(
      receivedHead.split('\r\n'),
    )
    expect(exchange.response!.headBytes).toBe(receivedHead.length + 4)
    expect(exchange.response!.bodyBytes).toBe(body.length)
    expect(exchange.request.headBytes).toBe(Buffer.byteLength(`${head.join('\r\n')}\r\n\r\n`))

    function isRaw({ strategy, device }: { strategy: string; device: string }) {
      return strategy === lane && device === 'phone'
    }
  })
}

test('hides credentials until asked for, in every event and list', async ({ site }) => {
  await site.act('Sign in as Mina', 'sign-in')
  await site.act('Add Apple', 'cart.add')
  const list = JSON.stringify(await site.exchanges())
  for (const { id, strategy } of (await site.exchanges()).slice(-3)) {
    const { request } = await site.exchange(id)
    const credential = request.headers
      .filter(([name]) => /^(cookie|authorization)$/i.test(name))
      .map(([, value]) => value.replace(/^(Bearer |__Secure-\w+=)/, ''))
    expect({ strategy, count: credential.length }).toEqual({ strategy, count: 1 })
    expect(list).not.toContain(credential[0])
    expect(list).not.toContain(credential[0]!.slice(10, 40))
  }
})

test('shows what another client sends, and how long that took', async ({ site, page }) => {
  const id = await site.sandboxId()
  const seen = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const source = new EventSource('/api/sandbox/events')
        source.addEventListener('exchange', (event) => {
          if (!event.data.includes('/phone/cart')) return
          source.close()
          resolve(performance.timeOrigin + performance.now())
        })
        source.addEventListener('open', () => document.body.setAttribute('data-listening', ''))
      }),
  )
  await expect(page.locator('body')).toHaveAttribute('data-listening', '')
  const answered = await page.evaluate(async (path) => {
    await (await fetch(path, { credentials: 'omit' })).text()
    return performance.timeOrigin + performance.now()
  }, `/api/session/${id}/phone/cart`)
  test.info().annotations.push({
    type: 'panel event after the answer',
    description: `${Math.round((await seen) - answered)} ms`,
  })
})

test('knows the steps, the rows and the cost of each lane', async ({ site }) => {
  await site.act('Sign in as Mina', 'sign-in')
  await site.act('Add Apple', 'cart.add')
  const adds = Object.fromEntries((await site.exchanges()).slice(-3).map((one) => [one.strategy, one]))
  expect(adds.cookie!.cost).toMatchObject({ reads: 0, writes: 0 })
  expect(adds.session!.cost).toMatchObject({ reads: 1, writes: 1 })
  expect(adds.jwt!.cost).toMatchObject({ reads: 1, writes: 1 })
  for (const lane of LANES) {
    expect(adds[lane]!.steps.length).toBeGreaterThan(0)
    expect(adds[lane]!.exposures.length).toBeGreaterThan(0)
    expect(adds[lane]!.stored.after.some(({ side }) => side === 'browser')).toBe(true)
  }
  const rows = (lane: 'cookie' | 'session' | 'jwt') =>
    adds[lane]!.stored.after.filter(({ place }) => place === 'row')
  expect(rows('cookie')).toEqual([])
  expect(rows('session')).toHaveLength(1)
  expect(rows('jwt').length).toBeGreaterThanOrEqual(2)
})

function exchangeRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = ''
    const socket = connect(port, 'localhost', () => socket.write(text))
    socket.setEncoding('latin1')
    socket.on('data', (chunk) => (received += chunk))
    socket.on('end', () => resolve(received))
    socket.on('error', reject)
  })
}
