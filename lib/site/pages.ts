/** Pages that exist. The navigation shows nothing else. */
export const PAGES = [
  { path: '/', key: 'compare', shows: 'lanes' },
  { path: '/cookie', key: 'cookie', shows: 'lane' },
  { path: '/session', key: 'session', shows: 'lane' },
  { path: '/jwt', key: 'jwt', shows: 'lane' },
  { path: '/labs', key: 'labs', shows: 'text' },
  { path: '/myths', key: 'myths', shows: 'text' },
  { path: '/code', key: 'code', shows: 'text' },
  { path: '/bench', key: 'bench', shows: 'text' },
] as const

/** Pages about the site itself: linked at the foot. */
export const SIDE_PAGES = [
  { path: '/numbers', key: 'numbers' },
  { path: '/about', key: 'about' },
] as const
