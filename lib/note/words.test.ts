import { describe, expect, it } from 'vitest'
import { loadMessages } from '@/lib/i18n/messages'
import { LOCALES } from '@/lib/i18n/routing'
import { LABS } from '@/lib/labs/index'
import { ROWS, rowOf } from './index'

const ids = ROWS.map(({ id }) => id)

it('labs settle rows of the note', () => {
  expect(LABS.flatMap(({ settles }) => settles).filter((id) => !rowOf(id))).toEqual([])
})

describe.each(LOCALES)('the words of a row, %s', async (locale) => {
  const { claims, corrections } = await loadMessages(locale, ['claims', 'corrections'])
  const labs = await Promise.all(
    LABS.map(async ({ slug }) => (await loadMessages(locale, [`lab-${slug}`]))[`lab-${slug}`]!),
  )
  const byLabs = new Set(labs.flatMap(({ corrects = {} }) => Object.keys(corrects)))

  it('say what the note says, in its order', () => {
    expect(Object.keys(claims!)).toEqual(ids)
  })

  it('correct what is not plainly correct, in one place', () => {
    const places = (id: string) => Number(byLabs.has(id)) + Number(id in corrections!)
    expect(ids.filter((id) => places(id) > 1)).toEqual([])
    expect(ROWS.filter(({ id, verdict }) => verdict !== 'correct' && places(id) < 1)).toEqual([])
    expect(Object.keys(corrections!)).toEqual(ids.filter((id) => id in corrections!))
  })
})
