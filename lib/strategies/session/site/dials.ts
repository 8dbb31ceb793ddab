/** The dials of the session lane. */
import { cookieDials, deviceDials, dial, onOff } from '../../site/dial'
import { STRONG } from '../strong'

export const SESSION_DIALS = {
  ...cookieDials(STRONG),
  idle: dial({ values: [60, 300, 1800, 28_800], default: STRONG.idle, weak: [], unit: 'seconds' }),
  absolute: dial({
    values: [300, 3600, 43_200, 2_592_000],
    default: STRONG.absolute,
    weak: [],
    unit: 'seconds',
  }),
  /** Does a request move the idle end? */
  sliding: dial({ ...onOff, default: STRONG.sliding, weak: [] }),
  renewal: dial({ ...onOff, default: true, weak: [false] }),
  unknownIds: dial({ values: ['refuse', 'adopt'], default: 'refuse', weak: ['adopt'] }),
  ...deviceDials(STRONG),
  customer: dial({ values: ['looked-up', 'copied'], default: 'looked-up', weak: ['copied'] }),
  passwordChange: dial({
    values: ['ends-others', 'keeps-others'],
    default: 'ends-others',
    weak: ['keeps-others'],
  }),
  storedId: dial({ values: ['hashed', 'raw'], default: 'hashed', weak: ['raw'] }),
} as const
