/** Every key that this site writes into localStorage, and one into sessionStorage. The page about this site lists them (app/_pages/about/storage-table.tsx). */
export const STORAGE = {
  theme: 'theme',
  path: 'remember-me:path',
  timelineOpen: 'remember-me:timeline',
  held: 'remember-me:hints',
  lessons: 'remember-me:lessons',
  /** Of each of these with a name behind it: of the sandbox, the device, the room. */
  labs: 'labs:',
  token: 'remember-me:access-token:',
  labToken: 'remember-me:lab-token:',
  /** In sessionStorage: it goes with the tab. */
  projector: 'remember-me:projector',
} as const
