import { globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import en from '@/lib/i18n/messages/en/shell.json'
import { PAGES, SIDE_PAGES } from './pages'

const routes = new Set(
  globSync('**/page.tsx', { cwd: join(import.meta.dirname, '../../app/[locale]') }).map((file) => {
    const parts = dirname(file).split('/')
    // A folder in parentheses groups, and is no part of the address.
    return `/${parts.filter((part) => part !== '.' && !part.startsWith('(')).join('/')}`
  }),
)

it.each([...PAGES, ...SIDE_PAGES])('$path is there to go to', ({ path }) =>
  expect([...routes]).toContain(path),
)

it('no page is in the bar and at the foot', () => {
  const paths = [...PAGES, ...SIDE_PAGES].map(({ path }) => path)
  expect(new Set(paths).size).toBe(paths.length)
})

it('each has a name; that of a lane is its own', () => {
  const named = PAGES.filter(({ shows }) => shows !== 'lane').map(({ key }) => key)
  expect(Object.keys(en.nav)).toEqual(expect.arrayContaining(named))
  expect(Object.keys(en.foot)).toEqual(expect.arrayContaining(SIDE_PAGES.map(({ key }) => key)))
})
