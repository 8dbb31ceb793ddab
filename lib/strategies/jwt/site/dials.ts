/** The dials of the JWT lane. */
import { cookieDials, DEVICE_DIALS, dial, onOff } from '../../site/dial'
import { LONGEST_ACCESS_LIFE, WIDEST_TOLERANCE } from '../lifetime'

export const JWT_DIALS = {
  ...cookieDials('Strict'),
  carrier: dial({
    values: ['memory', 'local-storage', 'cookie'],
    default: 'memory',
    weak: ['local-storage'],
  }),
  algorithm: dial({ values: ['HS256', 'EdDSA'], default: 'HS256', weak: [] }),
  accessLife: dial({
    values: [10, 30, 60, 300, LONGEST_ACCESS_LIFE],
    default: 60,
    weak: [],
    unit: 'seconds',
  }),
  /** How far past `exp` a token is still taken. */
  tolerance: dial({
    values: [0, 5, WIDEST_TOLERANCE],
    default: 0,
    weak: [],
    unit: 'seconds',
  }),
  refresh: dial({ values: ['rotating', 'fixed', 'none'], default: 'rotating', weak: ['fixed'] }),
  reuseDetection: dial({ ...onOff, default: true, weak: [false] }),
  /** How long the token before the current one gets the same successor again. */
  grace: dial({ values: [0, 2, 5, 10], default: 0, weak: [], unit: 'seconds' }),
  /** The expired access token goes along with the refresh, and has to be of the same family. */
  sendExpired: dial({ ...onOff, default: false, weak: [] }),
  /** A new access token with each answer; `capped`: until the absolute end counted from sign-in. */
  sliding: dial({ values: ['off', 'capped', 'uncapped'], default: 'off', weak: ['uncapped'] }),
  denylist: dial({ ...onOff, default: false, weak: [] }),
  /** Of each subject, derived from the one of the lane and a number that the server keeps. */
  userKeys: dial({ ...onOff, default: false, weak: [] }),
  cartIn: dial({ values: ['row', 'claims'], default: 'row', weak: [] }),
  /** Tokens from before the last password change are refused. */
  oldTokens: dial({ values: ['accepted', 'refused'], default: 'accepted', weak: [] }),
  ...DEVICE_DIALS,
} as const
