/** All labs, in the order in which they are shown. */
import type { Lab } from './lab'
import { theft } from './x09-theft'

export const LABS: readonly Lab[] = [theft]

export const labOf = (slug: string): Lab | null => LABS.find((lab) => lab.slug === slug) ?? null
