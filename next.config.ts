import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'
import { EVERYWHERE, INERT, UNFRAMED, UNKEPT } from './lib/http/usual-fields'

/** Whatever is no page; these get theirs, with a nonce, from proxy.ts. What is left is filled in by the door (lib/http/door/dress.ts). */
const inert = { ...EVERYWHERE, ...UNFRAMED, ...INERT }
const state = { ...UNKEPT, Vary: 'Origin, Sec-Fetch-Site' }

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
      './prisma/migrations/**',
    ],
  },
  outputFileTracingExcludes: { '/*': ['./data/**', './e2e/**', './docs/**', './.git/**'] },
  serverExternalPackages: [
    '@libsql/client',
    '@prisma/adapter-libsql',
    '@prisma/driver-adapter-utils',
    'libsql',
  ],
  poweredByHeader: false,
  // No picture is made smaller on request: the framework's service for that would work for anybody.
  images: { unoptimized: true },
  // The door sends its own (lib/http/door/addressee.ts).
  skipTrailingSlashRedirect: true,
  agentRules: false,
  reactStrictMode: true,
  // The attacker's site: in development the framework serves its files to no other name unasked.
  allowedDevOrigins: ['127.0.0.1'],
  async headers() {
    return [
      fields('/api/:path*', { ...inert, ...state }),
      fields('/_next/:path*', inert),
      fields('/:path*/:file([^/]+\\.[a-z0-9]+)', inert),
      fields('/:locale(en|ko)?/labs/:path*', { 'X-Robots-Tag': 'noindex' }),
    ]
  },
}

export default createNextIntlPlugin('./lib/i18n/request.ts')(config)
