/** One catalogue file a namespace: messages/{locale}/{namespace}.json. */
export const NAMESPACES = [
  'shell',
  'compare',
  'evidence',
  'shop',
  'inspector',
  'lane',
  'acts',
  'dials',
  'timeline',
  'told',
  'labs',
  'learn',
  'teach',
  'record',
  'myths',
  'code',
  'notes',
  'bench',
  'claims',
  'corrections',
  'note',
  'attacker',
  'about',
  'numbers',
  'load',
  'choose',
  'pictures',
  'door',
  'sources',
  'glossary',
] as const
/** Of a lab, whose folder brings it along: lib/labs/{slug}/{locale}.json. */
export type LabNamespace = `lab-${string}`
/** Of a lesson, likewise: lib/lessons/{slug}/{locale}.json. */
export type LessonNamespace = `lesson-${string}`
export type Namespace = (typeof NAMESPACES)[number] | LabNamespace | LessonNamespace

/** What components in the browser need from the start. `notes` is fetched when the first explanation is opened (app/_panel/notes/note-text.ts). */
export const CLIENT_NAMESPACES = [
  'shell',
  'compare',
  'evidence',
  'shop',
  'inspector',
  'lane',
  'acts',
  'dials',
  'timeline',
  'told',
  'sources',
] as const satisfies readonly Namespace[]
