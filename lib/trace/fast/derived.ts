/**
 * What follows from an artifact and from nothing else, worked out once: it never changes, and of a snapshot most was in the one before. Of
 * so many artifacts: a class of 500 has them in its three lanes.
 */
import { BoundedMap } from '@/lib/process/bounded-map'
import { perProcess } from '@/lib/process/once'
import type { Artifact } from '../model/artifact'
import type { Exposure } from '../model/exposure'

interface Derived {
  /** As an event tells it: JSON, masked. */
  text: string | null
  /** Where a snapshot has it. */
  order: string | null
  /** The name of the key in it; undefined: nobody has asked yet. */
  key: string | null | undefined
  exposed: { tls: boolean; over: boolean; exposure: Exposure } | null
}

export const MOST_DERIVED = 4096

const derived = () => perProcess('derived', () => new BoundedMap<Artifact, Derived>(MOST_DERIVED))

export const derivedOf = (artifact: Artifact): Derived =>
  derived().get(artifact) ??
  derived().keep(artifact, { text: null, order: null, key: undefined, exposed: null })
