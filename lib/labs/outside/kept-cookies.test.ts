/** A cookie that a server of a lab sets is one that a browser would keep: else the lab shows what happens to nobody. */
import { expect, it } from 'vitest'
import { expectationOf } from '@/lib/cookies/storage-model'
import { labServer } from '@/lib/testing/lab-server'
import { freshSandbox } from '@/lib/testing/sandbox'
import { setCookiesOf } from '@/lib/trace/record/head-fields'
import { LABS } from '../index'
import { Run } from '../run/run'

labServer()

const LABS_WITH_SERVERS = LABS.filter(({ group, place }) => group === 'systems' && place === 'server')

it.each(LABS_WITH_SERVERS)('$slug', { timeout: 60_000 }, async (lab) => {
  const { sandbox } = await freshSandbox()
  const run = new Run(sandbox, lab, lab.positions[0], () => {})
  await run.open()
  await run.playAll()
  const exchanges = run.report().lanes.flatMap((lane) => run.room(lane)!.timeline.after(0))
  await run.close()
  const refused = exchanges
    .filter(({ answeredBy }) => answeredBy)
    .flatMap(({ request, response }) => {
      const host = request.headers.find(([name]) => name.toLowerCase() === 'host')?.[1] ?? ''
      const around = {
        host,
        secureOrigin: true,
        crossSite: false,
        requestPath: request.target,
        now: Date.now(),
      }
      return setCookiesOf(response?.headers ?? []).map((line) => expectationOf(line, around))
    })
    .filter(({ kind }) => kind === 'refused')
  expect(refused.map(({ name, because }) => `${name}: ${because}`)).toEqual([])
})
