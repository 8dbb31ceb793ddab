/** Nothing of a run stays: a lab that opens servers closes them, also where it is stopped between two acts, or in one. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { labServer } from '@/lib/testing/lab-server'
import { freshSandbox } from '@/lib/testing/sandbox'
import { LABS } from '../index'
import { Run } from '../run/run'

const api = labServer()

const opening = LABS.filter(({ slug }) => /^x(01|20)-/.test(slug))

const portsOf = (run: Run) =>
  new Set(
    run.report().lanes.flatMap((lane) =>
      run
        .room(lane)!
        .timeline.after(0)
        .filter(({ answeredBy }) => answeredBy)
        .map(({ request }) => Number(request.headers.find(([name]) => name === 'Host')![1].split(':')[1])),
    ),
  )

it.each(opening)('$slug, stopped after each number of acts', async (lab) => {
  const acts = lab.acts.map((_, done) => done + 1)
  const ports = await Promise.all(
    acts.map(async (done) => {
      const { sandbox } = await freshSandbox()
      const run = new Run(sandbox, lab, lab.positions[0], () => {})
      await run.open()
      for (let act = 0; act < done; act++) await run.playAct()
      const opened = portsOf(run)
      // One is under way while it is stopped.
      const under = run.playAct()
      await run.close()
      await under
      return [...opened]
    }),
  )
  expect(new Set(ports.flat()).size).toBeGreaterThan(3)
  for (const port of ports.flat()) {
    if (api.origin.endsWith(`:${port}`)) continue
    const [error] = await once(connect(port, '127.0.0.1'), 'error')
    expect(error.code).toBe('ECONNREFUSED')
  }
})
