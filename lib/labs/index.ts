/** All labs, in the order in which they are shown. */
import type { Lab } from './lab'
import { amnesia } from './x02-amnesia'
import { wall } from './x04-wall'
import { tamper } from './x06-tamper'
import { expiry } from './x07-expiry'
import { theft } from './x09-theft'

export const LABS: readonly Lab[] = [amnesia, wall, tamper, expiry, theft]

export const labOf = (slug: string): Lab | null => LABS.find((lab) => lab.slug === slug) ?? null
