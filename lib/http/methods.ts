/** The handlers of one route file; every method that is not given answers 405 with a problem body. */
import { problem } from './problem'
import { witnessOf } from './witness'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const
type Method = (typeof METHODS)[number]

// biome-ignore lint/suspicious/noExplicitAny: each route has its own parameters, checked where it is written.
export type Handler = (request: Request, context: any) => Response | Promise<Response>

export function methods(handlers: Partial<Record<Method, Handler>>): Record<Method, Handler> {
  const given = METHODS.filter((method) => handlers[method])
  // A GET handler answers HEAD too (the framework drops the body).
  const allow = given.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ')
  const refuse: Handler = (request) => {
    witnessOf(request)?.problem('method_not_allowed')
    return problem('method_not_allowed', { headers: { Allow: allow } })
  }
  return Object.fromEntries(METHODS.map((method) => [method, handlers[method] ?? refuse])) as Record<
    Method,
    Handler
  >
}
