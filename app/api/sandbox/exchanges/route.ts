import { z } from 'zod'
import { methods } from '@/lib/http/methods'
import { json } from '@/lib/http/problem'
import { invalid, owned } from '@/lib/sandbox/owner/control'
import { exchangePage } from '@/lib/trace/publish/exchange-page'

const after = z
  .string()
  .regex(/^\d{1,15}$/)
  .default('0')
  .transform(Number)

/** `more`: ask again after the last one. `dropped`: how many older ones were let go. `desk`: the forced sign-outs between them; `acts`: what else the owner did. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: owned(({ request, timeline }) => {
    const seq = after.safeParse(new URL(request.url).searchParams.get('after') ?? undefined)
    if (!seq.success) return invalid('after', 'invalid_format')
    const { epoch, latest, dropped, desk, acts } = timeline
    return json({ ...exchangePage(timeline, seq.data), epoch, latest, dropped, desk, acts })
  }),
})
