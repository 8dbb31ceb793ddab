/**
 * A small authorization server for the length of a run: authorization code with PKCE (RFC 6749, RFC 7636, OpenID Connect Core 1.0), and what a
 * site may ask it. docs/decisions/0028 says why it is one of our own. Nothing of it is for use elsewhere.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { cookiePairs } from '@/lib/http/field'
import { HOSTS, issuerOf, isTenant, type Tenant, urlOf } from '../names'
import { fieldsOf, formOf, goTo, type Responder, said } from '../serve'
import type { SsoClient } from './clients'
import { endLogin } from './end-session'
import type { AuthorizationServer } from './state'
import { issue, whatItStandsFor } from './tokens'

type Endpoint = (
  server: AuthorizationServer,
  tenant: Tenant,
  request: Request,
) => Promise<Response> | Response

const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  'GET .well-known/openid-configuration': (_, tenant) => said(200, metadataOf(tenant)),
  'GET jwks': ({ keys }) => said(200, keys.published),
  'GET authorize': authorize,
  'POST sign-in': signIn,
  'POST token': token,
  'POST introspect': introspect,
  'GET end-session': endSession,
}

export const authorizationServer =
  (server: AuthorizationServer): Responder =>
  async (request) => {
    const [, tenant = '', ...rest] = new URL(request.url).pathname.split('/')
    const endpoint = ENDPOINTS[`${request.method} ${rest.join('/')}`]
    if (!endpoint || !isTenant(tenant)) return said(404, { error: 'not_found' })
    return endpoint(server, tenant, request)
  }

function metadataOf(tenant: Tenant) {
  const at = (name: string) => `${issuerOf(tenant)}/${name}`
  return {
    issuer: issuerOf(tenant),
    ...{ authorization_endpoint: at('authorize'), token_endpoint: at('token'), jwks_uri: at('jwks') },
    ...{ introspection_endpoint: at('introspect'), end_session_endpoint: at('end-session') },
    ...{ response_types_supported: ['code'], subject_types_supported: ['public'] },
    ...{ id_token_signing_alg_values_supported: ['ES256'], code_challenge_methods_supported: ['S256'] },
    authorization_response_iss_parameter_supported: true,
    backchannel_logout_supported: true,
  }
}

const Asked = z.object({
  client_id: z.string(),
  redirect_uri: z.string(),
  response_type: z.literal('code'),
  code_challenge: z.string().length(43),
  code_challenge_method: z.literal('S256'),
  scope: z.string().regex(/(^| )openid( |$)/),
  state: z.string().min(1).max(200),
  nonce: z.string().max(200).optional(),
  prompt: z.literal('none').optional(),
})

function authorize({ clients, ledger }: AuthorizationServer, tenant: Tenant, request: Request): Response {
  const { searchParams, search } = new URL(request.url)
  const asked = Asked.safeParse(fieldsOf(searchParams))
  const client = asked.data && clients.find(({ id }) => id === asked.data.client_id)
  // To an address that nobody has registered nothing is sent (RFC 9700 section 4.1.3).
  if (!client || client.redirectUri !== asked.data.redirect_uri)
    return said(400, { error: 'invalid_request' })
  const { state, nonce = null, prompt, code_challenge: challenge } = asked.data
  const back = (fields: Record<string, string>) => {
    const url = new URL(client.redirectUri)
    url.search = String(new URLSearchParams({ ...fields, state, iss: issuerOf(tenant) }))
    return goTo(url)
  }
  const login = ledger.login(cookieOf(request))
  if (login?.tenant === tenant) {
    const { id: clientId, redirectUri } = client
    const resources = searchParams.getAll('resource')
    return back({ code: ledger.keepCode({ login, clientId, redirectUri, challenge, nonce, resources }) })
  }
  return prompt === 'none' ? back({ error: 'login_required' }) : signInPage(tenant, search)
}

function signInPage(tenant: Tenant, search: string): Response {
  const action = `/${tenant}/sign-in${search}`.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const fields = '<input name="user"><input name="password" type="password"><button>Sign in</button>'
  const page = `<!doctype html><title>Sign in</title><form method="post" action="${action}">${fields}</form>`
  return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } })
}

const Given = z.object({ user: z.string().max(100), password: z.string().max(200) })

async function signIn({ people, ledger }: AuthorizationServer, tenant: Tenant, request: Request) {
  const given = Given.safeParse(fieldsOf(await formOf(request)))
  const person = given.data && people[tenant].find(({ sub }) => sub === given.data.user)
  if (!person || !isSame(person.password, given.data.password)) return said(401, { error: 'wrong_password' })
  const { search } = new URL(request.url)
  const cookie = `login=${ledger.signIn(person.sub, tenant)}; Path=/; HttpOnly; SameSite=Lax`
  return goTo(`${urlOf(HOSTS.login, `/${tenant}/authorize`)}${search}`, cookie)
}

const Code = z.object({
  grant_type: z.literal('authorization_code'),
  code: z.string(),
  redirect_uri: z.string(),
  code_verifier: z.string(),
})

async function token(server: AuthorizationServer, tenant: Tenant, request: Request): Promise<Response> {
  const form = fieldsOf(await formOf(request))
  const client = provenClient(server, form)
  if (!client) return said(401, { error: 'invalid_client' })
  const given = Code.safeParse(form)
  if (!given.success) return said(400, { error: 'invalid_request' })
  const grant = server.ledger.takeCode(given.data.code)
  const isRight =
    grant?.clientId === client.id &&
    grant.login.tenant === tenant &&
    grant.redirectUri === given.data.redirect_uri &&
    isSame(grant.challenge, createHash('sha256').update(given.data.code_verifier).digest('base64url'))
  return isRight ? said(200, await issue(server, grant)) : said(400, { error: 'invalid_grant' })
}

/** RFC 7662: only a member may ask. */
async function introspect(server: AuthorizationServer, tenant: Tenant, request: Request): Promise<Response> {
  const form = fieldsOf(await formOf(request))
  const client = provenClient(server, form)
  if (!client?.secret) return said(401, { error: 'invalid_client' })
  return said(200, whatItStandsFor(server, tenant, form.token ?? ''))
}

/** A public client proves itself by the code's challenge alone. */
function provenClient({ clients }: AuthorizationServer, form: Record<string, string>): SsoClient | null {
  const client = clients.find(({ id }) => id === form.client_id)
  if (!client) return null
  return client.secret === null || isSame(client.secret, form.client_secret ?? '') ? client : null
}

/** OpenID Connect RP-Initiated Logout 1.0: the browser of whoever signs out comes by, and is sent back. */
async function endSession(server: AuthorizationServer, tenant: Tenant, request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const client = server.clients.find(({ id }) => id === searchParams.get('client_id'))
  if (!client) return said(400, { error: 'invalid_request' })
  const login = server.ledger.signOut(cookieOf(request), tenant)
  if (login && server.options.tellsSites) await endLogin(server, login)
  return goTo(urlOf(HOSTS[client.site], '/signed-out'), 'login=; Path=/; Max-Age=0')
}

const cookieOf = (request: Request): string | null =>
  cookiePairs(request.headers.get('cookie') ?? '').find(([name]) => name === 'login')?.[1] ?? null

function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest())
  return timingSafeEqual(a!, b!)
}
