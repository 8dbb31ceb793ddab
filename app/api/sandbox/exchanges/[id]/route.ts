import { methods } from '@/lib/http/methods'
import { json, problem } from '@/lib/http/problem'
import { owned } from '@/lib/sandbox/owner/control'

/** One exchange, whole: the one place that tells a page what HttpOnly keeps from its scripts. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: owned(({ params, timeline }) => {
    const exchange = timeline.get(params.id ?? '')
    return exchange ? json(exchange) : problem('not_found')
  }),
})
