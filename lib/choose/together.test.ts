/**
 * Cells are measured one dial at a time, and a choice proposes several together: played with all of them, the labs come to what was
 * looked up.
 */
import { expect, it } from 'vitest'
import { LABS } from '@/lib/labs'
import type { ServerLab } from '@/lib/labs/lab'
import { Run } from '@/lib/labs/run/run'
import { labServer } from '@/lib/testing/lab-server'
import { freshSandbox } from '@/lib/testing/sandbox'
import { evidenceFor } from './measured'
import type { GivenAnswers } from './questions'
import { rank } from './rank'
import { RULES } from './rules'

labServer()

const evidence = evidenceFor(RULES)
const jwtFor = (answers: GivenAnswers) => rank(answers, evidence).find(({ lane }) => lane === 'jwt')!

const TAKEN_BACK = jwtFor({
  bite: 'at-once',
  devices: 'limit',
  believers: 'others',
  holder: 'browser',
  state: 'much',
  stale: 'minute',
})
const WITHOUT_STORE = jwtFor({ bite: 'minute', believers: 'others', holder: 'browser', store: 'must-not' })

it('turns several dials', () => {
  expect(TAKEN_BACK.dials).toEqual({
    denylist: true,
    deviceLimit: 2,
    algorithm: 'EdDSA',
    carrier: 'cookie',
  })
  expect(WITHOUT_STORE.dials).toEqual({ algorithm: 'EdDSA', carrier: 'cookie', cartIn: 'claims' })
})

/** Where none is turned, the servers are not this shop, and no dial of it is anything to them. */
const turnsDials = ({ positions }: ServerLab) => positions.some(({ dials }) => Object.keys(dials).length > 0)

/** Each lab that needs no browser, with what was looked up in it. */
const played = [TAKEN_BACK, WITHOUT_STORE].flatMap(({ dials, lines }) => {
  const cells = lines.flatMap(({ rule: { asks }, shown }) =>
    'lab' in asks && shown ? [{ ...asks, ...shown }] : [],
  )
  return LABS.filter((lab): lab is ServerLab => lab.place === 'server' && turnsDials(lab))
    .map((lab) => ({ lab, slug: lab.slug, dials, cells: cells.filter((cell) => cell.lab === lab.slug) }))
    .filter((one) => one.cells.length > 0)
})

it.each(played)('$slug, with $dials', async ({ lab, dials, cells }) => {
  const { sandbox } = await freshSandbox()
  const position = { id: 'together', dials: { jwt: dials }, expected: { jwt: {} } }
  const run = new Run(sandbox, lab, position, () => {})
  await run.open()
  await run.playAll()
  const { findings } = run.report()
  const found = cells.map(({ moment }) => findings.find((one) => one.moment === moment)?.outcome)
  expect(found).toEqual(cells.map(({ outcome }) => outcome))
  await run.close()
})
