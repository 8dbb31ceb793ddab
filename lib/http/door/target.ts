/** The forms of a request target (RFC 9112 section 3.2), and what the framework would make of one. */

export type RequestTarget =
  | {
      form: 'path'
      /** As it was sent: path and query. */
      url: string
      /** Of a whole URI: it counts instead of the Host field (section 3.2.2). */
      authority: string | null
    }
  /** `OPTIONS *`: the server as a whole. */
  | { form: 'asterisk' }

/** null: none of them. */
export function targetOf(sent: string): RequestTarget | null {
  if (sent === '*') return { form: 'asterisk' }
  // Neither has a place in a target, and who reads it with one may read another path than the next one does.
  if (/^[^?]*\\|#/.test(sent)) return null
  if (sent.startsWith('/')) return { form: 'path', url: sent, authority: null }
  const scheme = /^https?:\/\//i.exec(sent)?.[0]
  if (!scheme) return null
  const end = sent.slice(scheme.length).search(/[/?]/)
  const authority = end < 0 ? sent.slice(scheme.length) : sent.slice(scheme.length, scheme.length + end)
  const rest = end < 0 ? '/' : sent.slice(scheme.length + end)
  return { form: 'path', url: rest.startsWith('/') ? rest : `/${rest}`, authority }
}

/** Has neither dots nor escapes nor two slashes: nearly every request. */
const PLAIN = /^(?:\/[\w-]+)+(?=\?|$)|^\/(?=\?|$)/

/** As the framework reads it: `/./api/…` is `/api/…`. null: it cannot. */
export function pathOf(url: string): string | null {
  return PLAIN.exec(url)?.[0] ?? URL.parse(`http://localhost${url}`)?.pathname ?? null
}

/** With its question mark, as it was sent. */
export function queryOf(url: string): string {
  const at = url.indexOf('?')
  return at < 0 ? '' : url.slice(at)
}

/** The framework decodes the path before any code of ours and gives up with a bare 500. */
export function canBeDecoded(path: string): boolean {
  if (!path.includes('%')) return true
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
