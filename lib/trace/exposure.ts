/** Who can do what with an artifact. Derived; no other file has a verdict word in it. */
import type { Artifact } from './artifact'

export const READERS = [
  'page-script', 'other-site', 'network', 'device-holder', 'database-copy', 'server-key', 'next-person',
] as const
export type Reader = (typeof READERS)[number]

/** What a reader may do; several may hold at once. `blind`: send it without reading it. */
export type Ability = 'read' | 'alter' | 'replay' | 'blind'

export interface ExposureCell {
  abilities: Ability[]
  /** Key of the sentence that says why, e.g. "httpOnly", "hashed". */
  because: string
  /** ISO 8601 by the sandbox clock; null: no end of its own, or nothing to use. */
  until: string | null
}

export interface Exposure {
  artifactId: string
  cells: Record<Reader, ExposureCell>
}

export declare function exposureOf(artifact: Artifact): Exposure
