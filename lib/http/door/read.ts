/** What is asked for, and of whom; what the framework would read otherwise than we do goes no further, or is written as we read it. */
import type { IncomingMessage } from 'node:http'
import { isFromSelf } from '../address'
import { type Names, shopOrigin } from '../host'
import { addresseeOf, isFile, isLabPage, isRoute } from './addressee'
import { keepBothAuthorizations } from './credentials'
import { dropInternalFields, dropRanges, malformedField, shortenUserAgent } from './framework-fields'
import type { Refusal } from './refusal'
import { canBeDecoded, pathOf, queryOf, targetOf } from './target'

export const DEVELOPMENT = process.env.NODE_ENV === 'development'
export const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'
const KNOWN = new Set(METHODS.split(', '))

export type DoorVerdict =
  /** It may go in; the path as the framework reads it. */
  | { in: string }
  /** `OPTIONS *` */
  | 'methods'
  | { location: string }
  | Refusal

export function read(request: IncomingMessage, names: Names): DoorVerdict {
  const target = targetOf(request.url ?? '')
  if (!target) return { code: 'malformed_target' }
  if (!hasOneHost(request)) return { code: 'no_host' }
  const isWhole = target.form === 'asterisk'
  if (!isWhole && target.authority !== null) request.headers.host = target.authority
  const url = isWhole ? '/' : target.url
  if (!isWhole) request.url = url
  const path = pathOf(url)
  if (path === null) return { code: 'malformed_target' }
  const addressee = addresseeOf(request.headers.host, path, queryOf(url), names)
  if (addressee === 'unknown') return { code: 'misdirected', values: { shop: shopOrigin(names) } }
  if (isWhole) return request.method === 'OPTIONS' ? 'methods' : { code: 'malformed_target' }
  if (!canBeDecoded(path)) return { code: 'malformed_path' }
  if (addressee !== 'here') return addressee
  if (isOfFramework(path)) return { code: 'not_found' }
  return refusedMethod(request, path) ?? refusedField(request, path) ?? { in: path }
}

/** Services of the framework that this site does not use: it would answer with a page of its own. */
const isOfFramework = (path: string) =>
  !DEVELOPMENT && path.startsWith('/_next/') && !path.startsWith('/_next/static/')

/** RFC 9112 section 3.2: exactly one, but for HTTP/1.0. */
function hasOneHost({ rawHeaders, httpVersion }: IncomingMessage): boolean {
  let given = 0
  for (let at = 0; at < rawHeaders.length; at += 2) if (rawHeaders[at]!.toLowerCase() === 'host') given++
  return given === 1 || (given === 0 && httpVersion === '1.0')
}

/** A route knows its methods and answers 405 with them; one that nothing here takes is asked for as one that no route takes. */
function refusedMethod(request: IncomingMessage, path: string): Refusal | null {
  const { method = '' } = request
  const reads = method === 'GET' || method === 'HEAD'
  // A Server Action of a lab: the framework answers with a bare 500 what it cannot make out.
  if (isLabPage(path) && !reads && !isFromSelf(request)) return READ_ONLY
  if (isRoute(path)) {
    if (!KNOWN.has(method)) request.method = 'OPTIONS'
    return null
  }
  if (reads || (DEVELOPMENT && path.startsWith('/__nextjs'))) return null
  return READ_ONLY
}

const READ_ONLY: Refusal = { code: 'method_not_allowed', headers: { Allow: 'GET, HEAD' } }

function refusedField(request: IncomingMessage, path: string): Refusal | null {
  const { headers } = request
  dropInternalFields(headers, { development: DEVELOPMENT, action: isLabPage(path) && isFromSelf(request) })
  shortenUserAgent(headers)
  const malformed = malformedField(headers)
  if (malformed) return { code: 'malformed_field', errors: [{ path: malformed, code: 'malformed' }] }
  if (isFile(path)) {
    dropRanges(headers)
    // Files have weak marks only, and none of these is ever the same (RFC 9110 section 13.1.1).
    if (headers['if-match'] !== undefined && headers['if-match'] !== '*')
      return { code: 'precondition_failed' }
  }
  keepBothAuthorizations(request)
  return null
}
