/** All labs, in the order in which they are shown. */
import type { Lab } from './lab'
import { amnesia } from './x02-amnesia'
import { attributes } from './x03-attributes'
import { wall } from './x04-wall'
import { overflow } from './x05-overflow'
import { tamper } from './x06-tamper'
import { expiry } from './x07-expiry'
import { browserClose } from './x08-browser-close'
import { theft } from './x09-theft'
import { xss } from './x10-xss'
import { csrf } from './x11-csrf'
import { fixation } from './x12-fixation'
import { forcedSignOut } from './x13-forced-sign-out'
import { devices } from './x14-devices'
import { passwordAndRole } from './x15-password-and-role'
import { refreshMachine } from './x16-refresh'
import { blockedStorage } from './x21-blocked-storage'

export const LABS: readonly Lab[] = [
  amnesia,
  attributes,
  wall,
  overflow,
  tamper,
  expiry,
  browserClose,
  theft,
  xss,
  csrf,
  fixation,
  forcedSignOut,
  devices,
  passwordAndRole,
  refreshMachine,
  blockedStorage,
]

export const labOf = (slug: string): Lab | null => LABS.find((lab) => lab.slug === slug) ?? null
