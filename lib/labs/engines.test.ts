/** What the labs expect of a browser is what the engines did in the run that lib/browsers/engines.json keeps. */
import { describe, expect, it } from 'vitest'
import { cellsOf, differingCells, ENGINES } from '@/lib/browsers/engines'
import { LABS } from './index'
import { type Lab, lanesOf, positionOf } from './lab'

const cellsIn = (labs: readonly Lab[]) =>
  labs.flatMap((lab) =>
    lab.positions.flatMap((position) =>
      lanesOf(position).flatMap((lane) =>
        lab.moments.map((moment) => `${lab.slug} ${position.id} ${lane} ${moment}`),
      ),
    ),
  )

/** What a page plays. The others are played by the server: no engine has a part in what came since the run. */
const isPlayedInPage = ({ place }: Lab) => place === 'browser'

const expectedOf = (slug: string, position: string, lane: string, moment: string) =>
  Object.entries(positionOf(LABS.find((lab) => lab.slug === slug)!, position)!.expected).find(
    ([name]) => name === lane,
  )?.[1][moment]

describe.each(ENGINES.map((one) => [one.engine, one] as const))('%s', (engine, { labs, forced }) => {
  const seen = Object.entries(labs).flatMap(([slug, lab]) => cellsOf(lab).map((cell) => ({ slug, ...cell })))

  it('was asked for every cell of every lab that a page plays, and for none that there is not', () => {
    const names = seen.map(({ slug, position, lane, moment }) => `${slug} ${position} ${lane} ${moment}`)
    expect(cellsIn(LABS.filter(isPlayedInPage)).filter((cell) => !names.includes(cell))).toEqual([])
    const there = new Set(cellsIn(LABS))
    expect(names.filter((cell) => !there.has(cell))).toEqual([])
  })

  it('shows what is expected, or the page says otherwise beside it', () => {
    const other = seen.filter(
      ({ slug, position, lane, moment, outcome }) => outcome !== expectedOf(slug, position, lane, moment),
    )
    if (engine === 'Chromium') expect(other).toEqual([])
    for (const { slug, position, lane, moment, outcome } of other) {
      expect(differingCells(slug).cells[`${position}.${lane}.${moment}`]).toContain(outcome)
      expect(LABS.find((lab) => lab.slug === slug)!.outcomes).toHaveProperty(outcome)
    }
  })

  it('lets nobody in after a forced sign-out but by what needs no asking', () => {
    expect(forced).toEqual({
      cookie: { 'cart.read': 200 },
      session: { 'cart.read': 401 },
      jwt: { 'cart.read': 200, refresh: 401 },
    })
  })
})
