/** No answer of this site that sets a cookie may be kept by a cache, whoever made it and whatever it says of itself. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { ShopClient } from '@/lib/client/shop-client'
import { byFetch, type WireAnswer } from '@/lib/client/transport'
import { OPERATION_ROWS } from '@/lib/shop/operations'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { serveApi } from '@/lib/testing/http-api'
import { freshSandbox } from '@/lib/testing/sandbox'
import { takeOver } from './door'

const MANNERS = ['s-maxage=31536000, stale-while-revalidate', 'public, max-age=60', 'max-age=60', 'no-cache']

it.each(MANNERS)('a page that was made beforehand and says “%s”', async (control) => {
  const server = createServer((_, response) => {
    response.setHeader('Cache-Control', control)
    response.setHeader('Set-Cookie', 'a=1; Path=/')
    response.end('page')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  takeOver(server, { names: { appOrigin: origin, attackerOrigin: undefined, port }, count: null })
  const { headers } = await fetch(origin)
  expect([headers.getSetCookie(), headers.get('cache-control')]).toEqual([['a=1; Path=/'], 'no-store'])
  server.closeAllConnections()
  server.close()
})

describe('each operation of each lane, and the sandbox', async () => {
  const api = await serveApi()
  afterAll(api.close)
  const answers: WireAnswer[] = []
  const send = byFetch(() => api.origin)

  it.each(STRATEGIES)('%s', async (strategy) => {
    const { sandbox, passwordOf } = await freshSandbox()
    const transport: typeof send = async (asked) => {
      const answer = await send(asked)
      answers.push(answer)
      return answer
    }
    const client = new ShopClient({ strategy, sandbox: sandbox.id, device: 'laptop', transport })
    const before = answers.length
    await client.add()
    const password = passwordOf('mina')
    const filled = {
      'sign-in': { email: 'mina@shop.example', password },
      password: { current: password, next: `${password}!` },
    }
    for (const [name, row] of OPERATION_ROWS) {
      if (name === 'sign-out') continue
      const path = row.path.replace('[sku]', 'apple').replace('[id]', 'none')
      const body = { ...row.takes, ...filled[name as keyof typeof filled] }
      await client.send(row.method, path, row.method === 'GET' ? undefined : body)
    }
    await client.post('sign-out')
    expect(answers.length - before).toBe(OPERATION_ROWS.length + 1)
  })

  it('a new sandbox', async () => {
    answers.push(
      await send({
        method: 'POST',
        path: '/api/sandbox',
        headers: [['Content-Type', 'application/json']],
        body: '{}',
      }),
    )
  })

  it('whoever sets a cookie says no-store', () => {
    const setting = answers.filter(({ setCookie }) => setCookie.length > 0)
    expect(setting.length).toBeGreaterThan(12)
    const kept = setting.filter(({ headers }) => headers.get('cache-control') !== 'no-store')
    expect(kept).toEqual([])
  })
})
