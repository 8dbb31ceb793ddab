/** The three sites of a run: what the authorization server refuses, and that nothing of them stays. */
import { createHash, randomBytes } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { labServer } from '@/lib/testing/lab-server'
import { freshSandbox } from '@/lib/testing/sandbox'
import { until } from '@/lib/testing/until'
import { openTimeline } from '@/lib/trace/publish/timeline'
import { labOf } from '../index'
import { BrokenWire, type LabWire, openWire } from '../outside/wire'
import { Run } from '../run/run'
import { HOSTS, issuerOf, resourceOf, type Tenant } from './names'
import { openSso } from './open'
import { USUAL } from './options'

labServer()

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

/** With a browser of one's own beside that of the run. */
async function opened(strategy: 'session' | 'jwt') {
  const { sandbox } = await freshSandbox()
  const timeline = openTimeline(sandbox.id, sandbox.clock, sandbox)
  const own = openWire({ strategy, timeline, noted: () => {} })
  const ports = new Map<string, number>()
  const wire: LabWire = {
    send(asked) {
      ports.set(asked.host!, asked.port)
      return own.send(asked)
    },
  }
  const passwordOf = (user: string) => sandbox.keys.firstPassword(user)!
  const sso = await openSso({ strategy, clock: sandbox.clock, wire, passwordOf }, USUAL)
  ends.push(sso.close)
  await sso.shop.signIn()
  const ask = (url: string, more: { method?: string; body?: string; cookie?: string } = {}) => {
    const { host, pathname, search } = new URL(url)
    return own.send({
      ...{
        to: host,
        device: 'attacker',
        action: 'me',
        port: ports.get(host)!,
        host,
        path: pathname + search,
      },
      ...{ method: more.method ?? 'GET', body: more.body },
      headers: more.cookie === undefined ? [] : [['Cookie', more.cookie]],
    })
  }
  return { sso, ask, passwordOf }
}

type Opened = Awaited<ReturnType<typeof opened>>

const verifier = randomBytes(32).toString('base64url')
const challenge = createHash('sha256').update(verifier).digest('base64url')

const ASKED = {
  ...{ client_id: 'shop-app', redirect_uri: `http://${HOSTS.shop}/app`, response_type: 'code', state: 's' },
  ...{
    scope: 'openid',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    resource: resourceOf('shop'),
  },
}
const authorizeUrl = (differing: Record<string, string> = {}, tenant: Tenant = 'customers') =>
  `${issuerOf(tenant)}/authorize?${new URLSearchParams({ ...ASKED, ...differing })}`

/** @returns where the browser is sent, by somebody who signs in with this password */
async function sentBack({ ask, passwordOf }: Opened): Promise<URL> {
  const { search } = new URL(authorizeUrl())
  const body = String(new URLSearchParams({ user: 'mina', password: passwordOf('mina') }))
  const signedIn = await ask(`${issuerOf('customers')}/sign-in${search}`, { method: 'POST', body })
  const cookie = signedIn.setCookie[0]!.split(';', 1)[0]!
  const answer = await ask(signedIn.headers.get('location')!, { cookie })
  return new URL(answer.headers.get('location')!)
}

const redeem = ({ ask }: Opened, code: string, differing: Record<string, string> = {}) =>
  ask(`${issuerOf('customers')}/token`, {
    method: 'POST',
    body: String(
      new URLSearchParams({
        ...{ grant_type: 'authorization_code', client_id: ASKED.client_id, code },
        ...{ redirect_uri: ASKED.redirect_uri, code_verifier: verifier, ...differing },
      }),
    ),
  })

describe('the authorization server', () => {
  it('gives a code once, and to whoever has asked for it', async () => {
    const world = await opened('jwt')
    const codeOf = async () => (await sentBack(world)).searchParams.get('code')!
    const code = await codeOf()
    expect((await redeem(world, code)).json).toMatchObject({
      token_type: 'Bearer',
      expires_in: USUAL.tokenLife,
    })
    expect(await redeem(world, code)).toMatchObject({ status: 400, json: { error: 'invalid_grant' } })
    const wrongs: Record<string, string>[] = [
      { code_verifier: randomBytes(32).toString('base64url') },
      { redirect_uri: `http://${HOSTS.reviews}/app` },
      { client_id: 'reviews-app' },
    ]
    for (const wrong of wrongs)
      expect(await redeem(world, await codeOf(), wrong)).toMatchObject({
        status: 400,
        json: { error: 'invalid_grant' },
      })
  })

  it('sends a browser nowhere but to a registered address, and says who it is', async () => {
    const world = await opened('jwt')
    const wrong = await world.ask(authorizeUrl({ redirect_uri: 'http://attacker.example/' }))
    expect([wrong.status, wrong.headers.get('location')]).toEqual([400, null])
    const back = await sentBack(world)
    expect([
      back.origin + back.pathname,
      back.searchParams.get('iss'),
      back.searchParams.get('state'),
    ]).toEqual([ASKED.redirect_uri, issuerOf('customers'), 's'])
  })

  it('wants a challenge, and the right password', async () => {
    const { ask } = await opened('jwt')
    const wrongs: Record<string, string>[] = [
      { code_challenge: 'short' },
      { code_challenge_method: 'plain' },
      { client_id: 'nobody' },
    ]
    for (const wrong of wrongs) expect((await ask(authorizeUrl(wrong))).status).toBe(400)
    const { search } = new URL(authorizeUrl())
    const url = `${issuerOf('customers')}/sign-in${search}`
    const body = 'user=mina&password=wrong'
    expect(await ask(url, { method: 'POST', body })).toMatchObject({ status: 401, setCookie: [] })
    expect((await ask(url, { method: 'POST', body: 'nothing' })).status).toBe(401)
    expect((await ask(url, { method: 'POST', body: 'x'.repeat(20_000) })).status).toBe(413)
  })

  it('tells only members what a token stands for', async () => {
    const { ask } = await opened('jwt')
    const asked = (body: string) => ask(`${issuerOf('customers')}/introspect`, { method: 'POST', body })
    expect((await asked('client_id=shop-app&token=x')).status).toBe(401)
    expect((await asked('client_id=shop-server&client_secret=wrong&token=x')).status).toBe(401)
    expect((await asked('')).status).toBe(401)
  })

  it.each(['', '/nobody/jwks', '/customers/nothing', '/customers/authorize?%00'])(
    'has an answer: %s',
    async (path) => {
      const { ask } = await opened('jwt')
      expect([400, 404]).toContain((await ask(`http://${HOSTS.login}${path}`)).status)
    },
  )
})

describe('a site', () => {
  it('takes no code that another browser has fetched', async () => {
    const { ask } = await opened('session')
    const began = await ask(`http://${HOSTS.shop}/sign-in`)
    const state = new URL(began.headers.get('location')!).searchParams.get('state')!
    const callback = `http://${HOSTS.shop}/callback?code=any&state=${state}`
    expect((await ask(callback)).status).toBe(401)
    const flow = began.setCookie[0]!.split(';', 1)[0]!
    expect((await ask(callback, { cookie: flow })).status).toBe(401)
  })

  it.each(['session', 'jwt'] as const)('%s: takes a notice of an end from nobody else', async (strategy) => {
    const { ask } = await opened(strategy)
    for (const body of ['', 'logout_token=', 'logout_token=a.b.c'])
      expect((await ask(`http://${HOSTS.shop}/back-channel`, { method: 'POST', body })).status).toBe(400)
  })
})

it('is gone with its ports when it is closed, and may be closed twice', async () => {
  const { sso, ask } = await opened('session')
  await sso.close()
  await sso.close()
  for (const host of [HOSTS.login, HOSTS.shop])
    await expect(ask(`http://${host}/`)).rejects.toBeInstanceOf(BrokenWire)
})

const openServers = () => process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length

it('a run that is stopped after any act, or in one, leaves no server behind', async () => {
  const lab = labOf('x18-single-sign-on')!
  const before = openServers()
  for (let done = 0; done < lab.acts.length; done++) {
    const { sandbox } = await freshSandbox()
    const run = new Run(sandbox, lab, lab.positions[0], () => {})
    await run.open()
    for (let act = 0; act < done; act++) await run.playAct()
    const under = run.playAct()
    await run.close()
    await under
  }
  await until(() => expect(openServers()).toBe(before))
})
