import { methods } from '@/lib/http/methods'

/** A route handler that does nothing: what the others are measured against (npm run bench). */
export const dynamic = 'force-dynamic'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: () => Response.json({ lines: [], discount: 0, total: 0, currency: 'EUR' }),
})
