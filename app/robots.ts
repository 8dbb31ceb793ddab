import type { MetadataRoute } from 'next'
import { shopOrigin } from '@/lib/http/host'
import { names } from '@/lib/process/env'

export const dynamic = 'force-dynamic'

/** Lab pages may be fetched, so that a crawler sees that they ask not to be listed (X-Robots-Tag, next.config.ts). */
export default function robots(): MetadataRoute.Robots {
  const origin = shopOrigin(names())
  return { rules: { userAgent: '*', allow: '/', disallow: '/api/' }, sitemap: `${origin}/sitemap.xml` }
}
