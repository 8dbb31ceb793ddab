import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

/** Pages get theirs, with a nonce, from proxy.ts. */
const everywhere = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
}
const inert = { 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'" }
const state = { 'Cache-Control': 'no-store', Vary: 'Origin, Sec-Fetch-Site' }

const fields = (source: string, headers: Record<string, string>) => ({
  source,
  headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
})

const config: NextConfig = {
  output: 'standalone',
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
  outputFileTracingIncludes: {
    // The native library is chosen by name at run time; the migrations run when the server starts.
    '/*': [
      './node_modules/@libsql/*/*.node',
      './node_modules/@libsql/*/package.json',
      './node_modules/@prisma/schema-engine-wasm/**',
      './prisma/schema.prisma',
      './prisma/migrations/**',
    ],
  },
  outputFileTracingExcludes: { '/*': ['./data/**', './e2e/**', './docs/**', './.git/**'] },
  serverExternalPackages: [
    '@libsql/client',
    '@prisma/adapter-libsql',
    '@prisma/driver-adapter-utils',
    '@prisma/schema-engine-wasm',
    'libsql',
  ],
  poweredByHeader: false,
  // No picture is made smaller on request: the framework's service for that would work for anybody.
  images: { unoptimized: true },
  // Its redirect would go out without any of the fields below: known-host.ts and proxy.ts send their own.
  skipTrailingSlashRedirect: true,
  agentRules: false,
  reactStrictMode: true,
  // The attacker's site: in development the framework serves its files to no other name unasked.
  allowedDevOrigins: ['127.0.0.1'],
  async headers() {
    return [
      fields('/api/:path*', { ...everywhere, ...inert, ...state }),
      fields('/_next/:path*', { ...everywhere, ...inert }),
      {
        // Browsers heed it over TLS only (RFC 6797 section 8.1), so that a forged field does no harm.
        ...fields('/:path*', { 'Strict-Transport-Security': 'max-age=63072000' }),
        has: [{ type: 'header', key: 'x-forwarded-proto', value: 'https' }],
      },
      fields('/:path*/:file([^/]+\\.[a-z0-9]+)', { ...everywhere, ...inert }),
      fields('/:locale(en|ko)?/labs/:path*', { 'X-Robots-Tag': 'noindex' }),
    ]
  },
}

export default createNextIntlPlugin('./lib/i18n/request.ts')(config)
