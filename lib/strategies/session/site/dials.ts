/** The dials of the session lane. */
import { cookieDials, DEVICE_DIALS, dial, onOff } from '../../site/dial'

export const SESSION_DIALS = {
  ...cookieDials('Lax'),
  idle: dial({ values: [60, 300, 1800, 28_800], default: 1800, weak: [], unit: 'seconds' }),
  absolute: dial({
    values: [300, 3600, 43_200, 2_592_000],
    default: 43_200,
    weak: [],
    unit: 'seconds',
  }),
  /** Does a request move the idle end? */
  sliding: dial({ ...onOff, default: true, weak: [] }),
  renewal: dial({ ...onOff, default: true, weak: [false] }),
  unknownIds: dial({ values: ['refuse', 'adopt'], default: 'refuse', weak: ['adopt'] }),
  ...DEVICE_DIALS,
  customer: dial({ values: ['looked-up', 'copied'], default: 'looked-up', weak: ['copied'] }),
  passwordChange: dial({
    values: ['ends-others', 'keeps-others'],
    default: 'ends-others',
    weak: ['keeps-others'],
  }),
  storedId: dial({ values: ['hashed', 'raw'], default: 'hashed', weak: ['raw'] }),
} as const
