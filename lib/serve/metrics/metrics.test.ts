import { once } from 'node:events'
import { request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { takeOver } from '@/lib/http/door/door'
import { env } from '@/lib/process/env'
import { serveApi } from '@/lib/testing/http-api'
import { freshSandbox } from '@/lib/testing/sandbox'
import { exposition } from './exposition'
import { listen } from './metrics'

let server: Server
let api: Awaited<ReturnType<typeof serveApi>>

beforeAll(async () => {
  env.CELL = 'a'
  server = listen(0)
  if (!server.listening) await once(server, 'listening')
  api = await serveApi()
})
afterAll(async () => {
  env.CELL = ''
  server.close()
  await api.close()
})

async function ask(path = '/metrics', { host = '127.0.0.1', method = 'GET' } = {}) {
  const { port } = server.address() as AddressInfo
  const asking = request({ host: '127.0.0.1', port, path, method, headers: { Host: host } })
  asking.end()
  const [response] = await once(asking, 'response')
  const text = Buffer.concat(await response.toArray()).toString()
  return { status: response.statusCode as number, type: response.headers['content-type'], text }
}

const value = (text: string, line: string) =>
  Number(
    text
      .split('\n')
      .find((one) => one.startsWith(`remember_me_${line} `))
      ?.split(' ')[1],
  )

it('tells what was asked, what was refused, and what is here', async () => {
  const world = await freshSandbox()
  const path = (name: string) => `${api.origin}/api/session/${name}/laptop/cart`
  const before = (await ask()).text
  await (await fetch(path(world.sandbox.id))).text()
  await (await fetch(path('a-nobodyhere'.padEnd(13, '_')))).text()
  await (await fetch(path('b-elsewhere_'.padEnd(13, '_')))).text()
  const { status, type, text } = await ask()
  expect([status, type]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8'])
  const more = (line: string) => value(text, line) - (value(before, line) || 0)
  expect(more('requests_total{cell="a",kind="api",status="200"}')).toBe(1)
  expect(more('refusals_total{cell="a",code="no_sandbox"}')).toBe(1)
  // Whoever fetches asks once more after 421 (Fetch Standard, HTTP-network-or-cache fetch).
  expect(more('refusals_total{cell="a",code="other_cell"}')).toBeGreaterThan(0)
  expect(value(text, 'sandboxes{cell="a"}')).toBeGreaterThan(0)
  expect(value(text, 'streams{cell="a"}')).toBe(0)
  expect(value(text, 'draining{cell="a"}')).toBe(0)
  expect(value(text, 'resident_bytes{cell="a"}')).toBeGreaterThan(1e7)
  expect(value(text, 'event_loop_delay_seconds{cell="a",quantile="0.99"}')).toBeGreaterThanOrEqual(0)
})

it('says nothing of who: neither a name of a sandbox nor an address', async () => {
  const { sandbox } = await freshSandbox()
  await (await fetch(`${api.origin}/api/session/${sandbox.id}/laptop/cart`)).text()
  const { text } = await ask()
  expect(text).not.toContain(sandbox.id)
  expect(text).not.toContain('127.0.0.1')
  for (const line of text.trimEnd().split('\n'))
    expect(line).toMatch(/^(# (HELP|TYPE) remember_me_\w+ .+|remember_me_\w+\{[\w="?,.-]+\} [\d.e+-]+)$/)
})

it.each([
  ['/metrics', { host: 'evil.example' }, 421],
  ['/metrics', { host: '127.0.0.1.evil.example' }, 421],
  ['/metrics', { method: 'POST' }, 405],
  ['/', {}, 404],
  ['/metrics?x', {}, 404],
])('%s %j: %i', async (path, asked, status) => {
  const answer = await ask(path, asked)
  expect([answer.status, answer.text]).toEqual([status, ''])
})

it('is none of the shop’s servers: the door lets it be, and what is asked here is not counted', async () => {
  takeOver(server, {
    names: { appOrigin: 'http://localhost:1', attackerOrigin: undefined, port: 1 },
    count: null,
  })
  const [before, after] = [(await ask()).text, (await ask()).text]
  expect(before).toMatch(/^# HELP/)
  const counts = (text: string) => text.split('\n').filter((line) => line.includes('requests_total'))
  expect(counts(after)).toEqual(counts(before))
})

it('is written as the format has it, with and without a cell', () => {
  const figure = {
    name: 'x',
    type: 'gauge' as const,
    help: 'An x.',
    values: [{ labels: { y: 'a"\\\nb' }, value: 1.5 }],
  }
  expect(exposition([figure], '')).toBe(
    '# HELP remember_me_x An x.\n# TYPE remember_me_x gauge\nremember_me_x{y="a\\"\\\\\\nb"} 1.5\n',
  )
  expect(exposition([{ ...figure, values: [{ value: 0 }] }], 'c')).toContain('remember_me_x{cell="c"} 0\n')
})
