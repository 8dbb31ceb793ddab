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
] as const
export type Namespace = (typeof NAMESPACES)[number]

/** What components in the browser need; the rest is spoken by the server only. */
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
