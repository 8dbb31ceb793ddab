/** Pages that exist. The navigation shows nothing else. */
export const PAGES = [
  { path: '/', key: 'compare' },
  { path: '/cookie', key: 'cookie' },
  { path: '/session', key: 'session' },
  { path: '/jwt', key: 'jwt' },
] as const
