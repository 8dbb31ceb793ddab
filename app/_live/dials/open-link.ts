/** Looks whether the address of the opened page asks something of the dials. */
import { PARAMETER } from './dial-links'

let read = false

/** Once a document: inside the site the address follows the dials, not the dials the address. */
export function readLink(query: URLSearchParams, fragment: string): void {
  if (read) return
  read = true
  if (!query.has(PARAMETER)) return
  void import('./read-link').then(
    ({ noteLink }) => noteLink(query, fragment),
    // Of another build, whose files are gone: the page goes on, and turns nothing.
    () => {},
  )
}
