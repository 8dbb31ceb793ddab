/** The dials of the JWT lane. */
import { cookieDials, deviceDials, dial, onOff } from '../../site/dial'
import { LONGEST_ACCESS_LIFE, WIDEST_TOLERANCE } from '../lifetime'
import { STRONG } from '../strong'

export const JWT_DIALS = {
  ...cookieDials(STRONG),
  carrier: dial({
    values: ['memory', 'local-storage', 'cookie'],
    default: STRONG.carrier,
    weak: ['local-storage'],
  }),
  algorithm: dial({ values: ['HS256', 'EdDSA'], default: STRONG.algorithm, weak: [] }),
  accessLife: dial({
    values: [10, 30, 60, 300, LONGEST_ACCESS_LIFE],
    default: STRONG.accessLife,
    weak: [],
    unit: 'seconds',
  }),
  /** How far past `exp` a token is still taken. */
  tolerance: dial({
    values: [0, 5, WIDEST_TOLERANCE],
    default: STRONG.tolerance,
    weak: [],
    unit: 'seconds',
  }),
  refresh: dial({ values: ['rotating', 'fixed', 'none'], default: STRONG.refresh, weak: ['fixed'] }),
  reuseDetection: dial({ ...onOff, default: true, weak: [false] }),
  /** How long the token before the current one gets the same successor again. */
  grace: dial({ values: [0, 2, 5, 10], default: STRONG.grace, weak: [], unit: 'seconds' }),
  /** The expired access token goes along with the refresh, and has to be of the same family. */
  sendExpired: dial({ ...onOff, default: STRONG.sendExpired, weak: [] }),
  /** A new access token with each answer; `capped`: until the absolute end counted from sign-in. */
  sliding: dial({ values: ['off', 'capped', 'uncapped'], default: STRONG.sliding, weak: ['uncapped'] }),
  denylist: dial({ ...onOff, default: STRONG.denylist, weak: [] }),
  cartIn: dial({ values: ['row', 'claims'], default: STRONG.cartIn, weak: [] }),
  /** Tokens from before the last password change are refused. */
  oldTokens: dial({ values: ['accepted', 'refused'], default: STRONG.oldTokens, weak: [] }),
  ...deviceDials(STRONG),
} as const
