/** Every key that this site writes into localStorage. The page about this site lists them (app/_pages/about/storage-table.tsx). */
export const STORAGE = {
  theme: 'theme',
  path: 'remember-me:path',
  held: 'remember-me:hints',
  /** Of each of these with a name behind it: of the sandbox, the device, the room. */
  labs: 'labs:',
  token: 'remember-me:access-token:',
  labToken: 'remember-me:lab-token:',
} as const
