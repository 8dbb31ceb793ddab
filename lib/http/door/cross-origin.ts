/** The CORS protocol for rooms that have a policy: the preflight is answered here, and the other answers get their fields. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { corsFields, PREFLIGHT, policyAt } from '../cors'
import type { Names } from '../host'

/** @returns true: it was a preflight, and is answered */
export function answerPreflight(
  request: IncomingMessage,
  response: ServerResponse,
  { path, names }: { path: string; names: Names },
): boolean {
  const policy = policyAt(path)
  if (!policy) return false
  const { origin } = request.headers
  const isPreflight =
    request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined
  const fields = { ...corsFields(policy, origin, names), ...(isPreflight && PREFLIGHT) }
  for (const [name, value] of Object.entries(fields)) response.setHeader(name, value)
  if (isPreflight) {
    response.writeHead(204)
    response.end()
  }
  return isPreflight
}
