import { expect, it } from 'vitest'
import { sectionIn, withSection } from './written'

const DOC = '# What each lane costs\n\nfigures\n\n## Not covered\n\n- much\n'
const one = '## A class behind one address\n\nfirst\n'
const other = '## A class behind one address\n\nsecond\n'

it('stands before what is not covered, and takes the place of an earlier one', () => {
  const first = withSection(DOC, one)
  expect(first).toBe(
    '# What each lane costs\n\nfigures\n\n## A class behind one address\n\nfirst\n\n## Not covered\n\n- much\n',
  )
  expect(withSection(first, other)).toBe(first.replace('first', 'second'))
})

it('is found again by whoever writes the rest anew', () => {
  expect(sectionIn(DOC)).toBe('')
  expect(sectionIn(withSection(DOC, one))).toBe(one)
  expect(withSection(DOC, sectionIn(withSection(DOC, one)))).toBe(withSection(DOC, one))
})
