/** One catalogue file a namespace: messages/{locale}/{namespace}.json. */
export const NAMESPACES = [
  'shell',
  'compare',
  'shop',
  'inspector',
  'lane',
  'acts',
  'dials',
  'timeline',
  'labs',
  'myths',
  'code',
  'notes',
  'lab-x02-amnesia',
  'lab-x04-wall',
  'lab-x06-tamper',
  'lab-x07-expiry',
  'lab-x09-theft',
  'lab-x12-fixation',
  'lab-x13-forced-sign-out',
  'lab-x14-devices',
  'lab-x15-password-and-role',
  'lab-x16-refresh',
  'bench',
  'attacker',
] as const
export type Namespace = (typeof NAMESPACES)[number]

/** What components in the browser need from the start. `notes` is fetched when the first explanation is opened (app/_inspector/note-text.ts). */
export const CLIENT_NAMESPACES = [
  'shell',
  'compare',
  'shop',
  'inspector',
  'lane',
  'acts',
  'dials',
  'timeline',
] as const satisfies readonly Namespace[]
