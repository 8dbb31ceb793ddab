/** Fields of every page. The policy names no host but this one and the attacker's, each where it has to. */
import { EVERYWHERE, UNFRAMED, UNKEPT } from './usual-fields'

export interface PageContext {
  /** 128 random bits, base64, new for each answer. */
  nonce: string
  shopOrigin: string
  attackerOrigin: string | null
  /** Another origin of this site: absent where there is none. */
  frontOrigin?: string | null
  development: boolean
}

export function contentSecurityPolicy(context: PageContext): string {
  const { attackerOrigin, frontOrigin } = context
  const framed = ["'self'", attackerOrigin, frontOrigin].filter(Boolean).join(' ')
  return [
    ...loads(context),
    "connect-src 'self'",
    "manifest-src 'self'",
    `frame-src ${framed}`,
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Of a page on the attacker's site: it speaks to the one shop, and no other site may frame it. */
export function attackerPolicy(context: PageContext): string {
  const { shopOrigin } = context
  return [
    ...loads(context),
    `connect-src 'self' ${shopOrigin}`,
    `form-action ${shopOrigin}`,
    "base-uri 'none'",
    `frame-ancestors ${shopOrigin}`,
  ].join('; ')
}

/** Of `/labs/frame/…`: an origin of its own, wherever it is opened, that loads nothing. */
export function framePolicy({ nonce, shopOrigin }: PageContext): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `form-action ${shopOrigin}`,
    "base-uri 'none'",
    `frame-ancestors 'self'`,
    'sandbox allow-scripts allow-forms',
  ].join('; ')
}

/** React's development build evaluates strings and its overlay writes style elements. */
function loads({ nonce, development }: PageContext): string[] {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src ${development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
  ]
}

const OFF = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]

export function pageHeaders(context: PageContext): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(context),
    ...EVERYWHERE,
    ...OF_PAGES,
    ...UNFRAMED,
  }
}

/** Pages that are meant to be framed: by whom, the policy says. X-Frame-Options could name nobody. */
export function framedHeaders(policy: string): Record<string, string> {
  return { 'Content-Security-Policy': policy, ...EVERYWHERE, ...OF_PAGES }
}

const OF_PAGES = {
  'Permissions-Policy': OFF.map((feature) => `${feature}=()`).join(', '),
  ...UNKEPT,
}
