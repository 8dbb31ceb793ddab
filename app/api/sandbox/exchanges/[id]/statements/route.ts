import { methods } from '@/lib/http/methods'
import { json, problem } from '@/lib/http/problem'
import { owned } from '@/lib/sandbox/owner/control'

/** What reached the database driver, for each step in order. No credential is in it, unlike in the whole exchange. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: owned(({ params, timeline }) => {
    const exchange = timeline.get(params.id ?? '')
    if (!exchange) return problem('not_found')
    return json({ steps: exchange.steps.map(({ statements = [] }) => statements) })
  }),
})
