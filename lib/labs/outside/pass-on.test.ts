/** What stands between passes on to one lane's room, and to nothing else of this server. */
import { expect, it } from 'vitest'
import { labServer } from '@/lib/testing/lab-server'
import { freshSandbox } from '@/lib/testing/sandbox'
import { openTimeline } from '@/lib/trace/publish/timeline'
import { passOn } from './pass-on'

labServer()

it('passes on below its path alone, and without what belongs to one connection', async () => {
  const { sandbox } = await freshSandbox()
  const timeline = openTimeline(sandbox.id, sandbox.clock, sandbox)
  const path = `/api/session/${sandbox.id}`
  const ask = (url: string) =>
    passOn({ path, timeline }, { method: 'GET', url, rawHeaders: ['Connection', 'close', 'X-Lab', '1'] })
  const passed = await ask(`${path}/laptop/cart`)
  expect(passed).toMatchObject({ status: 200, exchange: { answered: { cart: { lines: [] } } } })
  const names = passed!.exchange!.request.headers.map(([name]) => name)
  expect(names).toEqual(expect.arrayContaining(['Host', 'User-Agent', 'X-Lab']))
  expect(passed!.exchange!.request.headers).toContainEqual(['Connection', 'keep-alive'])
  for (const elsewhere of [
    '/api/sandbox',
    path,
    `${path}x/laptop/cart`,
    `${path}/../../sandbox`,
    `${path}/%2e%2e/%2E%2E/sandbox`,
    `http://localhost${path}/laptop/cart`,
  ])
    expect([elsewhere, await ask(elsewhere)]).toEqual([elsewhere, null])
})
