/** What every answer says, whoever made it. Pages have more (page-headers.ts). */
export const EVERYWHERE = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
} as const

export const UNFRAMED = { 'X-Frame-Options': 'DENY' } as const

/** Of whatever is no page. */
export const INERT = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
} as const

export const UNKEPT = { 'Cache-Control': 'no-store' } as const

/** Over TLS only (RFC 6797 section 7.2). */
export const OVER_TLS = { 'Strict-Transport-Security': 'max-age=63072000' } as const
