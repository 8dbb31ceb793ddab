import { z } from 'zod'
import { methods } from '@/lib/http/methods'
import { json, problem } from '@/lib/http/problem'
import { guarded } from '@/lib/sandbox/owner/control'
import { placeOnPage } from '@/lib/source/operations'
import { calledBy, listingOf, surrounded } from '@/lib/source/source'

const asked = z.object({ file: z.string().max(200), symbol: z.string().max(100) })

/**
 * One symbol of the running source: `listing` with the lines that are its own, `calls`: what these call in the same file, `place`:
 * its id on /code, or null.
 */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: guarded((request) => {
    const ref = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    const own = ref.success ? listingOf(ref.data) : null
    if (!ref.success || !own) return problem('not_found')
    return json({ listing: surrounded(ref.data), calls: calledBy(own), place: placeOnPage(ref.data) })
  }),
})
