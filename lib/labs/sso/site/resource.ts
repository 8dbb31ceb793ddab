/** A resource server of the jwt lane: lets in whoever brings a token that stands its checks. The checks are what the positions differ in. */
import { decodeJwt, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import type { SandboxClock } from '@/lib/sandbox/world/clock'
import { issuerOf, resourceOf, type Site } from '../names'
import type { SsoOptions } from '../options'
import { type Responder, said } from '../serve'
import type { RelyingParty } from './relying'
import { endedSid } from './site'

export interface ResourceAround {
  readonly site: Site
  readonly clientId: string
  readonly options: SsoOptions
  readonly clock: SandboxClock
  readonly relying: RelyingParty
  /** Public keys of the authorization server. */
  readonly keys: JWTVerifyGetKey
  /** The secret that all share, as it was when this server was set up. */
  readonly secret: Uint8Array
}

export function resourceServer(around: ResourceAround): Responder {
  /** Sign-ins that have ended: with back-channel logout even a server that looks nothing up has to remember these. */
  const ended = new Set<string>()
  return async (request) => {
    const asked = `${request.method} ${new URL(request.url).pathname}`
    if (asked === 'GET /app' || asked === 'GET /signed-out') return said(200, { page: around.site })
    if (asked === 'POST /back-channel') {
      const sid = await endedSid(request, around)
      if (sid === null) return said(400, { error: 'invalid_request' })
      ended.add(sid)
      return said(200, { ended: 1 })
    }
    if (asked !== 'GET /me') return said(404, { error: 'not_found' })
    const claims = await claimsOf(around, tokenOf(request))
    if (claims && !ended.has(String(claims.sid))) return said(200, { customer: claims.sub })
    return said(401, { error: 'invalid_token' }, { 'www-authenticate': 'Bearer error="invalid_token"' })
  }
}

/** RFC 6750 section 2.1. */
const tokenOf = (request: Request): string =>
  /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? ''

/** null: refused. */
async function claimsOf(around: ResourceAround, token: string): Promise<JWTPayload | null> {
  if (token === '') return null
  const { site, relying, options } = around
  if (!options.introspects) return verified(around, token).catch(() => null)
  const claims: JWTPayload = await relying.ask(token)
  return claims.active === true && [claims.aud].flat().includes(resourceOf(site)) ? claims : null
}

/** @throws when it is refused */
async function verified({ site, options, clock, keys, secret }: ResourceAround, token: string) {
  const { alg, checksIssuer } = options
  const checks = {
    // Named, and never taken from the token (RFC 8725 section 3.1).
    ...{ algorithms: [alg], typ: 'at+jwt', currentDate: clock.now(), requiredClaims: ['exp', 'sub'] },
    ...(checksIssuer && { issuer: issuerOf('customers') }),
    ...(asksAudience(options, token) && { audience: resourceOf(site) }),
  }
  const { payload } =
    alg === 'HS256' ? await jwtVerify(token, secret, checks) : await jwtVerify(token, keys, checks)
  return payload
}

/** `if-there` is how it is often written by hand: a token that names nobody then passes everywhere. */
function asksAudience({ checksAudience }: SsoOptions, token: string): boolean {
  if (checksAudience !== 'if-there') return checksAudience === 'always'
  return decodeJwt(token).aud !== undefined
}
