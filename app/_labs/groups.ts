/** Which labs stand together on the list; a test holds every lab in one group. */
export const GROUPS = [
  {
    id: 'keeps',
    labs: [
      'x02-amnesia',
      'x03-attributes',
      'x04-wall',
      'x05-overflow',
      'x08-browser-close',
      'x21-blocked-storage',
    ],
  },
  { id: 'attacks', labs: ['x06-tamper', 'x09-theft', 'x10-xss', 'x11-csrf', 'x12-fixation'] },
  {
    id: 'ends',
    labs: ['x07-expiry', 'x13-forced-sign-out', 'x14-devices', 'x15-password-and-role', 'x16-refresh'],
  },
] as const
