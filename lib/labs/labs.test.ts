/** What the definitions expect is what happens: every lab that needs no browser, every position, every lane, by real requests. */
import { describe, expect, it } from 'vitest'
import { labServer } from '@/lib/testing/lab-server'
import { freshSandbox } from '@/lib/testing/sandbox'
import { timelineOf } from '@/lib/trace/publish/timeline'
import { READINGS } from './evidence'
import { LABS } from './index'
import { type LabPosition, lanesOf, type ServerLab } from './lab'
import { Run } from './run/run'

const api = labServer()

async function played(lab: ServerLab, position: LabPosition) {
  const { sandbox } = await freshSandbox()
  const run = new Run(sandbox, lab, position, () => {})
  await run.open()
  await run.playAll()
  return run
}

const serverLabs = LABS.filter((lab): lab is ServerLab => lab.place === 'server' && !lab.ofFramework)

describe.each(serverLabs)('$id $slug', (lab) => {
  it.each(lab.positions)('does what is expected, position $id', async (position) => {
    const run = await played(lab, position)
    const { state, findings, acts } = run.report()
    expect(state).toBe('done')
    for (const lane of lanesOf(position)) {
      const own = findings.filter((finding) => finding.lane === lane)
      const found = Object.fromEntries(own.map(({ moment, outcome }) => [moment, outcome]))
      expect({ lane, found }).toEqual({ lane, found: position.expected[lane] })
      expect(own).toHaveLength(lab.moments.length)
      expect({ lane, acts: acts[lane] }).toEqual({ lane, acts: lab.acts })
      const { timeline } = run.room(lane)!
      for (const { moment, exchange, readFrom } of own) {
        if (exchange !== null) expect(timeline.get(exchange)).not.toBeNull()
        else expect({ moment, readFrom }).toEqual({ moment, readFrom: expect.toBeOneOf([...READINGS]) })
      }
    }
    await run.close()
  })

  it('leaves nothing in the visitor’s sandbox', async () => {
    const { sandbox, desk } = await freshSandbox()
    const before = (await desk('GET', 'settings')).body
    const run = new Run(sandbox, lab, lab.positions.at(-1)!, () => {})
    await run.open()
    await run.playAll()
    const rooms = Object.values(run.report().rooms)
    await run.close()
    expect((await desk('GET', 'settings')).body).toEqual(before)
    expect(sandbox.clock.offsetSeconds).toBe(0)
    expect(timelineOf(sandbox.id)!.latest).toBe(0)
    for (const room of rooms)
      expect((await fetch(`${api.origin}/api/cookie/${room}/laptop/me`)).status).toBe(404)
  })
})

describe('definitions', () => {
  it('begin with the default position, name each once, and ask about what they find', () => {
    for (const { slug, id, positions, moments, outcomes, asks, acts } of LABS) {
      expect(slug.startsWith(id.toLowerCase())).toBe(true)
      expect(positions[0]).toMatchObject({ id: 'default', dials: {} })
      for (const list of [positions.map((position) => position.id), moments, acts])
        expect(new Set(list).size).toBe(list.length)
      expect(moments).toContain(asks.moment)
      for (const outcome of asks.between) expect(Object.keys(outcomes)).toContain(outcome)
    }
    expect(new Set(LABS.map(({ slug }) => slug)).size).toBe(LABS.length)
  })
})
