/** All labs, in the order in which they are shown. */
import type { Lab } from './lab'
import { amnesia } from './x02-amnesia'
import { wall } from './x04-wall'
import { tamper } from './x06-tamper'
import { expiry } from './x07-expiry'
import { theft } from './x09-theft'
import { fixation } from './x12-fixation'
import { forcedSignOut } from './x13-forced-sign-out'
import { devices } from './x14-devices'
import { passwordAndRole } from './x15-password-and-role'
import { refreshMachine } from './x16-refresh'

export const LABS: readonly Lab[] = [
  amnesia,
  wall,
  tamper,
  expiry,
  theft,
  fixation,
  forcedSignOut,
  devices,
  passwordAndRole,
  refreshMachine,
]

export const labOf = (slug: string): Lab | null => LABS.find((lab) => lab.slug === slug) ?? null
