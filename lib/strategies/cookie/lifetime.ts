/** When a visit ends by itself. */
import { HOUR, seconds } from '../time'
import type { Ports } from './ports'

/** Absolute, inside the seal. There is no idle end: it would turn each read into a write. */
export const VISIT_LIFE = 12 * HOUR

export const endOfNewVisit = (ports: Ports) => seconds(ports.now()) + VISIT_LIFE
