import { problem } from '@/lib/http/problem'
import { recorderOf } from '@/lib/trace/recorder'

const ALLOW = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'

/** Where lib/http/refuse-early.ts points a request with a method that nothing here takes. */
export function GET(request: Request) {
  recorderOf(request)?.problem('method_not_allowed')
  return problem('method_not_allowed', { headers: { Allow: ALLOW } })
}
