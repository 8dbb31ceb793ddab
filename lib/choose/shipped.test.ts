/** What the page of the choice carries to the browser: it ranks there, and needs no lab for it. */
import { expect, it } from 'vitest'
import { allImports } from '@/lib/testing/house'

it('is no lab, only what was seen in them', () => {
  const edges = Map.groupBy(
    allImports().filter(({ isType }) => !isType),
    ({ from }) => from,
  )
  const carried = new Set(['app/_pages/choose/chooser.tsx'])
  for (const file of carried) for (const { to } of edges.get(file) ?? []) carried.add(to)
  expect(carried).toContain('lib/choose/rank.ts')
  expect([...carried].filter((file) => /^lib\/labs\//.test(file))).toEqual([])
})
