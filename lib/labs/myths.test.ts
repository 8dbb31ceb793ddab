import { describe, expect, it } from 'vitest'
import { labOf } from './index'
import { positionOf } from './lab'
import { MYTHS } from './myths'

describe.each(MYTHS)('$id', ({ lab: slug, position, lanes, moments, rows }) => {
  const lab = labOf(slug)!

  it('is settled by a lab that there is, at a moment that it has, in lanes that play it', () => {
    expect(lab).not.toBeNull()
    const { expected } = positionOf(lab, position)!
    for (const lane of lanes) expect(Object.keys(expected)).toContain(lane)
    for (const moment of moments) expect(lab.moments).toContain(moment)
  })

  it('names rows that the lab settles', () => {
    for (const row of rows) expect(lab.settles).toContain(row)
  })
})

it('each is named once', () => {
  expect(new Set(MYTHS.map(({ id }) => id)).size).toBe(MYTHS.length)
})
