import { describe, expect, it } from 'vitest'
import { deskAct, exchange, iso } from '@/lib/reading/testing'
import { accessOf } from '@/lib/reading/timeline/access'
import { columnsOf, stepsOf } from '@/lib/reading/timeline/steps-of'
import type { Exchange } from '@/lib/trace/model/exchange'
import { shownColumns } from '../filter'
import { centreOf, MAP_HEIGHT, mapOf, stopAt } from './map-of'

const LANES = ['cookie', 'session', 'jwt'] as const
const WIDTH = 700
const MINA = { email: 'mina@shop.example' }

/** Sign-in, a read, a forced sign-out, and a read that the session lane refuses. */
function story(hidden: ReadonlySet<string> = new Set(), times = 1) {
  const exchanges: Exchange[] = []
  const say = (ms: number, said: Parameters<typeof exchange>[1], refusedBy?: string) => {
    for (const lane of LANES) {
      const status = lane === refusedBy ? 401 : 200
      exchanges.push(exchange(exchanges.length + 1, { lane, ms, ends: 60, ...said, status }))
    }
  }
  for (let i = 0; i < times; i++) {
    say(i * 60_000, { action: 'sign-in', method: 'POST', path: 'sign-in' })
    say(i * 60_000 + 10_000, MINA)
  }
  const desk = [deskAct(times * 60_000)]
  say(times * 60_000 + 5000, MINA, 'session')
  const columns = columnsOf(stepsOf(exchanges, desk), desk)
  const rows = LANES.map((lane) => ({ lane, device: 'laptop' as const }))
  const shown = shownColumns(columns, LANES, hidden)
  const spans = rows.map(({ lane, device }) => accessOf(columns, lane, device))
  return { lanes: LANES, rows, columns, shown, stops: shown.map((i) => columns[i]!), spans }
}

const all = () => true
const count = (path: string) => path.split('M').length - 1

describe('the map', () => {
  it('has a mark for each exchange, of its kind', () => {
    const { lanes } = mapOf(story(), WIDTH, all)
    expect(lanes.map(({ marks }) => count(marks.read) + count(marks.wrote))).toEqual([3, 2, 3])
    expect(lanes.map(({ marks, crosses }) => [count(marks.refused), count(crosses)])).toEqual([
      [0, 0],
      [1, 1],
      [0, 0],
    ])
  })

  it('has rows under what stored something', () => {
    const view = story()
    const { lanes } = mapOf(view, WIDTH, all)
    expect(lanes.map(({ rows }) => rows)).toEqual(['', '', ''])
    const [first] = view.stops
    if (first?.kind === 'step') first.step.exchanges.session!.cost.writes = 1
    expect(mapOf(view, WIDTH, all).lanes.map(({ rows }) => count(rows))).toEqual([0, 1, 0])
  })

  it('draws the line of a lane to where its access stops: the forced sign-out, or the newest', () => {
    const view = story()
    const { lanes, desk } = mapOf(view, WIDTH, all)
    const end = (at: number) => `H${Math.round(centreOf(WIDTH, view.stops.length, at) * 10) / 10}`
    expect(lanes.map(({ line }) => /H[\d.]+$/.exec(line)?.[0])).toEqual([end(3), end(2), end(3)])
    expect(desk).toBe(`M${Math.round(centreOf(WIDTH, 4, 2) * 10) / 10} 0V${MAP_HEIGHT}`)
  })

  it('leaves out what the filter leaves out, and keeps the rest in order', () => {
    const hidden = new Set(['2xx'])
    const view = story(hidden)
    expect(view.stops.map(({ kind }) => kind)).toEqual(['desk', 'step'])
    const { lanes } = mapOf(view, WIDTH, ({ response }) => response!.status >= 400)
    expect(lanes.map(({ marks }) => count(marks.read + marks.refused))).toEqual([0, 1, 0])
  })

  it('is of few paths, however many exchanges there are, and its marks grow small', () => {
    const few = mapOf(story(), WIDTH, all)
    const many = mapOf(story(new Set(), 240), WIDTH, all)
    expect(Object.keys(many.lanes[0]!)).toEqual(Object.keys(few.lanes[0]!))
    expect(count(many.lanes[0]!.marks.read)).toBe(481)
    expect(many.lanes.map(({ crosses }) => crosses)).toEqual(['', '', ''])
  })

  it('finds the stop under a place, and none beyond its ends', () => {
    for (const at of [0, 1, 7, 49]) expect(stopAt(WIDTH, 50, centreOf(WIDTH, 50, at))).toBe(at)
    expect([stopAt(WIDTH, 50, -5), stopAt(WIDTH, 50, WIDTH)]).toEqual([0, 49])
  })
})

it('an act of the owner cuts less deep than a forced sign-out', () => {
  const clock = { id: 'e1-act-1', act: 'clock', at: iso(50), sandboxAt: iso(50), strategy: null } as const
  const columns = columnsOf([], [], [clock])
  const view = { lanes: LANES, rows: [], columns, shown: [0], stops: columns, spans: [] }
  const { acts, desk } = mapOf(view, WIDTH, all)
  expect([count(acts), desk]).toEqual([1, ''])
})
