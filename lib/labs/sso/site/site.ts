/** A site of the cookie or session lane: sends the browser to the authorization server, and then remembers by itself. */
import { type JWTVerifyGetKey, jwtVerify } from 'jose'
import { cookiePairs } from '@/lib/http/field'
import type { SandboxClock } from '@/lib/sandbox/world/clock'
import { makeHandle } from '@/lib/strategies/opaque'
import { seconds } from '@/lib/strategies/time'
import { HOSTS, issuerOf, type Site, urlOf } from '../names'
import type { SsoOptions } from '../options'
import { fieldsOf, formOf, goTo, type Responder, said } from '../serve'
import { isLogout } from '../server/end-session'
import type { OwnSessions } from './own-sessions'
import type { PendingSignIn, RelyingParty } from './relying'

export interface SiteAround {
  readonly site: Site
  readonly clientId: string
  readonly options: SsoOptions
  readonly clock: SandboxClock
  readonly relying: RelyingParty
  readonly sessions: OwnSessions
  /** Of the authorization server, for logout tokens. */
  readonly keys: JWTVerifyGetKey
}

/** By this name at each site, so that a value of one can be tried at the other. */
export const SITE_COOKIE = 'site-session'

type Endpoint = (request: Request) => Promise<Response>

export function siteOf(around: SiteAround): Responder {
  const pending = new Map<string, PendingSignIn>()
  const endpoints: Readonly<Record<string, Endpoint>> = {
    'GET /me': (request) => me(around, request),
    'GET /sign-in': (request) => beginSignIn(around, pending, request),
    'GET /callback': (request) => finishSignIn(around, pending, request),
    'POST /sign-out': (request) => signOut(around, request),
    'GET /signed-out': async () => said(200, { page: around.site }),
    // An app of the site that runs in the browser: a page, whatever it does there.
    'GET /app': async () => said(200, { page: around.site }),
    'POST /back-channel': (request) => toldOfEnd(around, request),
  }
  return async (request) => {
    const endpoint = endpoints[`${request.method} ${new URL(request.url).pathname}`]
    return endpoint ? endpoint(request) : said(404, { error: 'not_found' })
  }
}

async function me(around: SiteAround, request: Request): Promise<Response> {
  const visit = await visitOf(around, request)
  return visit ? said(200, { customer: visit.sub }) : said(401, { error: 'sign_in_required' })
}

async function visitOf({ sessions, options, relying, clock }: SiteAround, request: Request) {
  const text = cookieOf(request, SITE_COOKIE)
  const visit = text === null ? null : await sessions.read(text)
  if (!visit || visit.until <= seconds(clock.now())) return null
  if (!options.introspects) return visit
  return (await relying.ask(visit.accessToken)).active === true ? visit : null
}

async function beginSignIn(
  { relying, site }: SiteAround,
  pending: Map<string, PendingSignIn>,
  request: Request,
) {
  const silent = new URL(request.url).searchParams.has('silent')
  const { url, pending: mine } = await relying.begin({ resources: [site], silent })
  const flow = makeHandle()
  pending.set(flow, mine)
  // Bound to this browser: a code that somebody else has fetched is not taken (RFC 9700 section 4.7).
  return goTo(url, `flow=${flow}; Path=/callback; Max-Age=300; HttpOnly; SameSite=Lax`)
}

async function finishSignIn(around: SiteAround, pending: Map<string, PendingSignIn>, request: Request) {
  const { relying, sessions, options, clock, site } = around
  const flow = cookieOf(request, 'flow') ?? ''
  const mine = pending.get(flow)
  pending.delete(flow)
  const signedIn = mine && (await relying.finish(new URL(request.url), mine).catch(() => null))
  if (!signedIn) return said(401, { error: 'sign_in_failed' })
  // The access token is of use only where it is asked about.
  const { sub, sid } = signedIn
  const accessToken = options.introspects ? signedIn.accessToken : ''
  const until = seconds(clock.now()) + options.siteLife
  const value = await sessions.open({ sub, sid, accessToken, until })
  return goTo(urlOf(HOSTS[site], '/me'), `${SITE_COOKIE}=${value}; ${attributesOf(around)}`)
}

const attributesOf = ({ options, site }: SiteAround) =>
  `Path=/; ${options.domain ? `Domain=${HOSTS[site]}; ` : ''}HttpOnly; SameSite=Lax`

async function signOut(around: SiteAround, request: Request): Promise<Response> {
  const { sessions, clientId } = around
  sessions.close(cookieOf(request, SITE_COOKIE) ?? '')
  const url = urlOf(HOSTS.login, `/customers/end-session?client_id=${clientId}`)
  return goTo(url, `${SITE_COOKIE}=; Max-Age=0; ${attributesOf(around)}`)
}

/** Is taken whether or not there is anything to end. */
async function toldOfEnd(
  { sessions, keys, clientId, clock }: SiteAround,
  request: Request,
): Promise<Response> {
  const sid = await endedSid(request, { keys, clientId, clock })
  if (sid === null) return said(400, { error: 'invalid_request' })
  return said(200, { ended: sessions.endAll(sid) })
}

/** null: not a logout token for this one. */
export async function endedSid(
  request: Request,
  { keys, clientId, clock }: Pick<SiteAround, 'keys' | 'clientId' | 'clock'>,
): Promise<string | null> {
  const text = fieldsOf(await formOf(request)).logout_token ?? ''
  const checks = {
    ...{ issuer: issuerOf('customers'), audience: clientId, algorithms: ['ES256'], typ: 'logout+jwt' },
    ...{ currentDate: clock.now(), requiredClaims: ['sid', 'iat', 'exp'] },
  }
  const { payload } = await jwtVerify(text, keys, checks).catch(() => ({ payload: null }))
  return payload && isLogout(payload.events) && typeof payload.sid === 'string' ? payload.sid : null
}

export const cookieOf = (request: Request, name: string): string | null =>
  cookiePairs(request.headers.get('cookie') ?? '').find(([one]) => one === name)?.[1] ?? null
