/**
 * Weak, and only where a sandbox's dial `crossSite` says so: bodies that an HTML form of another site can send without a CORS
 * preflight (Fetch standard, "CORS-safelisted request-header"). It is what cross-site request forgery needs.
 */
import { mediaTypeOf, type Pair } from './field'

export function isForm(request: Request): boolean {
  const type = mediaTypeOf(request.headers.get('content-type'))
  return type === 'application/x-www-form-urlencoded' || type === 'text/plain'
}

/** Names and values; whole numbers become numbers, as a careless handler would have it. */
export function weakFormValues(request: Request, text: string): Record<string, string | number> {
  const isPlain = mediaTypeOf(request.headers.get('content-type')) === 'text/plain'
  const pairs = isPlain ? linesOf(text) : [...new URLSearchParams(text)]
  return Object.fromEntries(
    pairs.map(([name, value]) => [name, /^\d{1,4}$/.test(value) ? Number(value) : value]),
  )
}

/** One pair a line, with nothing escaped (HTML, "text/plain encoding algorithm"). */
const linesOf = (text: string): Pair[] =>
  text
    .split(/\r?\n/)
    .filter((line) => line.includes('='))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)])
