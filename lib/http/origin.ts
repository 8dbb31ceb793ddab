/**
 * Is this write asked for by a page of another site? (OWASP CSRF Prevention, "Fetch Metadata" and
 * "Verifying Origin".) A browser sends at least one of the two fields with each write; a client that sends
 * neither is no browser and has no cookies of somebody else to ride on.
 *
 * `Sec-Fetch-Site: same-site` is refused too: a sibling host is not this shop.
 */
import { env } from '../env'

export function crossSite(
  request: Request,
  allowed: (origin: string) => boolean = sameHost(request),
): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return true
  const origin = request.headers.get('origin')
  return origin !== null && !allowed(origin)
}

function sameHost(request: Request) {
  const configured = env.APP_ORIGIN
  const host = request.headers.get('host')
  return (origin: string) =>
    configured ? origin === configured : origin === `http://${host}` || origin === `https://${host}`
}
