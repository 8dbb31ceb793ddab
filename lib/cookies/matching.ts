/** Hosts and paths of cookies (RFC 6265bis sections 5.1.3 and 5.1.4). Pure. */

/** Of a Host field: without its port. */
export const hostName = (host: string) => host.toLowerCase().replace(/:\d+$/, '')

/** A domain of one label always is (https://publicsuffix.org/list: "if no rules match, the prevailing rule is *"). */
export const isPublicSuffix = (domain: string) => !domain.includes('.')

/** Section 5.1.3. An address has nothing below it. */
export function domainMatches(host: string, domain: string): boolean {
  return host === domain || (host.endsWith(`.${domain}`) && !isAddress(host))
}

const isAddress = (host: string) => /^[0-9.]+$/.test(host) || host.startsWith('[')

/** Section 5.1.4: up to the last slash of the request's path. */
export function defaultPath(path: string): string {
  const cut = path.lastIndexOf('/')
  return path.startsWith('/') && cut > 0 ? path.slice(0, cut) : '/'
}

/** Section 5.1.4: the same, or below it. */
export function pathMatches(path: string, cookiePath: string): boolean {
  if (path === cookiePath) return true
  return path.startsWith(cookiePath) && (cookiePath.endsWith('/') || path[cookiePath.length] === '/')
}
