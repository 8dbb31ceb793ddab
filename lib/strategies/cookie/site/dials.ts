/** The dials of the cookie lane. */
import { cookieDials, dial, onOff } from '../../site/dial'

export const COOKIE_DIALS = {
  ...cookieDials('Lax'),
  protection: dial({ values: ['sealed', 'signed', 'plain'], default: 'sealed', weak: ['signed', 'plain'] }),
  cartFormat: dial({ values: ['ids', 'full'], default: 'ids', weak: [] }),
  /** Is a cookie that no browser would keep refused by the shop, or sent for the browser to drop? */
  sizeCheck: dial({ values: ['refuse', 'none'], default: 'refuse', weak: ['none'] }),
  /** A number per user, kept by the server and compared at each request. */
  generation: dial({ ...onOff, default: false, weak: [] }),
} as const
