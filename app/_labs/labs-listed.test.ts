/** No lab is left out of the list, and each browser lab can be loaded. */
import { expect, it } from 'vitest'
import { LABS } from '@/lib/labs'
import { browserLabOf } from './definitions'
import { GROUPS } from './groups'

it('each lab stands in one group, in its order', () => {
  const grouped = GROUPS.flatMap(({ labs }) => [...labs])
  expect(new Set(grouped).size).toBe(grouped.length)
  for (const { slug } of LABS) expect(grouped).toContain(slug)
  for (const { labs } of GROUPS) expect([...labs]).toEqual([...labs].sort())
})

it('each browser lab is loaded by its slug', async () => {
  for (const lab of LABS.filter(({ place }) => place === 'browser'))
    expect(await browserLabOf(lab.slug)).toBe(lab)
})
