/** The dials of the cookie lane. */
import { cookieDials, dial, onOff } from '../../site/dial'
import { STRONG } from '../strong'

export const COOKIE_DIALS = {
  ...cookieDials(STRONG),
  protection: dial({ values: ['sealed', 'signed', 'plain'], default: 'sealed', weak: ['signed', 'plain'] }),
  cartFormat: dial({ values: ['ids', 'full'], default: STRONG.cartFormat, weak: [] }),
  /** Is a cookie that no browser would keep refused by the shop, or sent for the browser to drop? */
  sizeCheck: dial({ values: ['refuse', 'none'], default: 'refuse', weak: ['none'] }),
  /** A number per user, kept by the server and compared at each request. */
  generation: dial({ ...onOff, default: STRONG.generation, weak: [] }),
} as const
