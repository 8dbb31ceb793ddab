/** Which room may know which. `docs/architecture.md` says what each is. */
import { expect, it } from 'vitest'
import { allImports, circles, roomOf, sources } from '@/lib/testing/house'

/** A room to those that it may import, types too. */
const ARROWS: Record<string, string[]> = {
  'lib/process': [],
  'lib/shares': [],
  'lib/browsers': [],
  'lib/log': ['process', 'strategies'],
  'lib/i18n': ['browsers'],
  'lib/http': ['process', 'log', 'shares', 'i18n', 'strategies'],
  'lib/cookies': ['http'],
  'lib/db': ['process', 'log', 'http'],
  // A strategy remembers a visit and its cart; a command is told who can end which sign-in.
  'lib/shop': ['http', 'strategies'],
  'lib/strategies': ['shop'],
  'lib/trace': ['process', 'log', 'http', 'cookies', 'db', 'shop', 'strategies'],
  'lib/sandbox': ['process', 'log', 'shares', 'http', 'db', 'shop', 'strategies', 'trace'],
  'lib/serve': ['process', 'log', 'shares', 'http', 'db', 'shop', 'strategies', 'trace', 'sandbox'],
  'lib/client': ['process', 'http', 'cookies', 'shop', 'strategies', 'trace'],
  'lib/codec': ['client', 'http', 'shop', 'strategies', 'trace', 'sandbox'],
  'lib/reading': ['http', 'i18n', 'cookies', 'codec', 'shop', 'strategies', 'trace'],
  'lib/labs': [
    'process',
    'log',
    'shares',
    'http',
    'client',
    'cookies',
    'db',
    'shop',
    'strategies',
    'trace',
    'sandbox',
    'serve',
    'codec',
  ],
  'lib/scenario': ['reading', 'shop', 'strategies', 'trace'],
  'lib/glossary': ['i18n', 'labs', 'strategies'],
  'lib/lessons': [
    'i18n',
    'codec',
    'reading',
    'labs',
    'scenario',
    'shop',
    'strategies',
    'trace',
    'sandbox',
    'site',
  ],
  'lib/note': ['i18n', 'reading', 'labs', 'lessons', 'scenario', 'strategies', 'trace', 'sandbox', 'site'],
  'lib/choose': ['i18n', 'reading', 'labs', 'lessons', 'strategies'],
  'lib/source': ['strategies'],
  'lib/site': [],
  'app/_ui': ['lib'],
  'app/_live': ['lib'],
  'app/_frame': ['lib', 'app/_live', 'app/_ui'],
  'app/_notices': ['lib', 'app/_live', 'app/_ui'],
  'app/_dials': ['lib', 'app/_live', 'app/_ui', 'app/_notices'],
  'app/_shop': ['lib', 'app/_live', 'app/_ui', 'app/_notices'],
  'app/_panel': ['lib', 'app/_live', 'app/_ui', 'app/_notices'],
  // The bar of acts has the shop's and the desk's.
  'app/_desk': ['lib', 'app/_live', 'app/_ui', 'app/_notices', 'app/_shop'],
  'app/_labs': ['lib', 'app/_live', 'app/_ui', 'app/_notices', 'app/_dials', 'app/_panel'],
  'app/_codec': ['lib', 'app/_live', 'app/_ui', 'app/_notices', 'app/_panel'],
  'app/_lessons': [
    'lib',
    'app/_live',
    'app/_ui',
    'app/_frame',
    'app/_notices',
    'app/_dials',
    'app/_shop',
    'app/_panel',
    'app/_desk',
    'app/_labs',
  ],
  'app/_pages': [
    'lib',
    'app/_live',
    'app/_ui',
    'app/_frame',
    'app/_notices',
    'app/_dials',
    'app/_shop',
    'app/_panel',
    'app/_desk',
    'app/_labs',
  ],
}

const may = (from: string, to: string) =>
  from === 'routes' ||
  from === to ||
  ARROWS[from]?.some(
    (room) => [room, `lib/${room}`].includes(to) || (room === 'lib' && to.startsWith('lib/')),
  )

it('know no room above them, dynamic imports and types too', () => {
  const wrong = allImports()
    .filter(({ to }) => /^(app|lib)\//.test(to) && !/\.css$|\$\{/.test(to))
    .filter(({ from, to }) => !may(roomOf(from), roomOf(to)))
    .map(({ from, to }) => `${from} → ${to}`)
  expect(wrong).toEqual([])
})

it('are all in the table, and nothing in the table is a room no more', () => {
  const rooms = new Set(sources.map(roomOf))
  rooms.delete('routes')
  rooms.delete('app')
  expect([...rooms].toSorted()).toEqual(Object.keys(ARROWS).toSorted())
})

it('go round in no circle of files', () => expect(circles(allImports())).toEqual([]))

it('let the framework and the view into no room of `lib`', () => {
  const wrong = allImports()
    .filter(({ from, to }) => from.startsWith('lib/') && /^(react|next)(\/|$)/.test(to))
    .map(({ from, to }) => `${from} → ${to}`)
  expect(wrong).toEqual(['lib/i18n/alternates.ts → next', 'lib/i18n/client.tsx → react'])
})

it('are named one way: from the root across rooms, relative within one', () => {
  const wrong = allImports()
    .filter(({ to }) => /^(app|lib)\//.test(to))
    // What scripts run as it is, without a bundler, names files with their ending.
    .filter(({ name }) => !/\.(ts|json)$/.test(name))
    .filter(({ from, name, to }) => name.startsWith('@/') === (roomOf(from) === roomOf(to) && !isRoute(from)))
    .map(({ from, name }) => `${from}: ${name}`)
  expect(wrong).toEqual([])
})

const isRoute = (file: string) => roomOf(file) === 'routes'
