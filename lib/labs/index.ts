/** All labs, in the order in which they are shown. */
import type { Lab } from './lab'
import { amnesia } from './x02-amnesia/lab'
import { attributes } from './x03-attributes/lab'
import { wall } from './x04-wall/lab'
import { overflow } from './x05-overflow/lab'
import { tamper } from './x06-tamper/lab'
import { expiry } from './x07-expiry/lab'
import { browserClose } from './x08-browser-close/lab'
import { theft } from './x09-theft/lab'
import { xss } from './x10-xss/lab'
import { csrf } from './x11-csrf/lab'
import { fixation } from './x12-fixation/lab'
import { forcedSignOut } from './x13-forced-sign-out/lab'
import { devices } from './x14-devices/lab'
import { passwordAndRole } from './x15-password-and-role/lab'
import { refreshMachine } from './x16-refresh/lab'
import { blockedStorage } from './x21-blocked-storage/lab'

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
