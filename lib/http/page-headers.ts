/** Fields of every page. The policy names no host but this one and, in frames, the attacker's. */

export interface PageContext {
  /** 128 random bits, base64, new for each answer. */
  nonce: string
  attackerOrigin: string | null
  /** The site is served over TLS. */
  tls: boolean
  development: boolean
}

export function contentSecurityPolicy({ nonce, attackerOrigin, development }: PageContext): string {
  // React's development build evaluates strings and its overlay writes style elements.
  const style = development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src ${style}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    `frame-src 'self'${attackerOrigin ? ` ${attackerOrigin}` : ''}`,
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
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
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': OFF.map((feature) => `${feature}=()`).join(', '),
    'Cache-Control': 'no-store',
    ...(context.tls && { 'Strict-Transport-Security': 'max-age=63072000' }),
  }
}
