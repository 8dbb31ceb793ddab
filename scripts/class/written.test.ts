import { expect, it } from 'vitest'
import { withSection, withSectionsOf } from './written'

const DOC = '# What each lane costs\n\nfigures\n\n## Not covered\n\n- much\n'
const section = (visitors: number, every: number, words: string) =>
  `### ${visitors} visitors, every ${every} s\n\n${words}\n`
const titles = (text: string) => text.match(/^#+ .*$/gm)

it('stands before what is not covered, small sizes first, and takes the place of an earlier one of its size', () => {
  const first = withSection(withSection(DOC, section(300, 6, 'many')), section(150, 3, 'few'))
  const wanted = [
    '# What each lane costs',
    '## A class behind one address',
    '### 150 visitors, every 3 s',
    '### 300 visitors, every 6 s',
    '## Not covered',
  ]
  expect(titles(first)).toEqual(wanted)
  const second = withSection(first, section(300, 6, 'others'))
  expect(second).toBe(first.replace('many', 'others'))
  const third = withSection(second, section(300, 3, 'often'))
  expect(third.indexOf('often')).toBeLessThan(third.indexOf('others'))
})

it('leaves alone what stands between', () => {
  const old = withSection(DOC, section(150, 3, 'few')).replace(
    '## Not',
    '## Something else\n\n### In it\n\n## Not',
  )
  expect(withSection(old, section(150, 3, 'others'))).toBe(old.replace('few', 'others'))
})

it('is taken over by whoever writes the rest anew', () => {
  const old = withSection(withSection(DOC, section(300, 6, 'many')), section(150, 3, 'few'))
  const anew = DOC.replace('figures', 'other figures')
  expect(withSectionsOf(anew, DOC)).toBe(anew)
  expect(withSectionsOf(anew, old)).toBe(old.replace('figures', 'other figures'))
})
