/** A route handler that does nothing: what the others are measured against (npm run bench). */
export const dynamic = 'force-dynamic'

export const GET = (): Response => Response.json({ lines: [], discount: 0, total: 0, currency: 'EUR' })
