/** Pages that exist, in the bar at the top. The navigation shows nothing else. */
export const PAGES = [
  { path: '/', key: 'compare', shows: 'lanes' },
  { path: '/cookie', key: 'cookie', shows: 'lane' },
  { path: '/session', key: 'session', shows: 'lane' },
  { path: '/jwt', key: 'jwt', shows: 'lane' },
  { path: '/learn', key: 'learn', shows: 'text' },
  { path: '/labs', key: 'labs', shows: 'text' },
  { path: '/note', key: 'note', shows: 'text' },
  { path: '/choose', key: 'choose', shows: 'text' },
  { path: '/code', key: 'code', shows: 'text' },
] as const

/** What is looked up, and pages about the site itself: linked at the foot, and from where they belong. */
export const SIDE_PAGES = [
  { path: '/myths', key: 'myths' },
  { path: '/bench', key: 'bench' },
  { path: '/glossary', key: 'glossary' },
  { path: '/numbers', key: 'numbers' },
  { path: '/learn/record', key: 'record' },
  { path: '/teach', key: 'teach' },
  { path: '/about', key: 'about' },
] as const

/** null: there is no such page, and nothing leads to it. */
export const pageOf = (key: string) => [...PAGES, ...SIDE_PAGES].find((page) => page.key === key) ?? null
