import { expect, it } from 'vitest'
import { SECTIONS } from './index'
import { TABLES } from './tables'

it.each(TABLES)('$id names rows of the note, each once, and stands under a heading', ({ section, rows }) => {
  const ids = rows.flatMap(({ cells }) => cells.flat())
  const known = new Set(SECTIONS.flatMap((one) => one.rows.map(({ id }) => id)))
  expect(ids.filter((id) => !known.has(id))).toEqual([])
  expect(new Set(ids).size).toBe(ids.length)
  expect(SECTIONS.map(({ id }) => id)).toContain(section)
})
