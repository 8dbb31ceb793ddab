/** What the page of a browser lab may ask of the server, and the attacker's own answers, by real requests. */
import { describe, expect, it } from 'vitest'
import { setSelf } from '@/lib/client/self'
import { serveApi } from '@/lib/testing/http-api'
import { freshSandbox } from '@/lib/testing/sandbox'
import { startWireTap } from '@/lib/trace/record/wiretap'
import { newErrand } from '../attacker/errand'
import { fileReport, jar, redeemCode } from '../attacker/site'
import type { RunReport } from './run'

startWireTap()
const api = await serveApi()
setSelf(api.origin)

const PATH = 'labs/x11-csrf/runs'
const HOST = '127.0.0.1:3000'

async function playing() {
  const world = await freshSandbox()
  const { status, body } = await world.desk('POST', PATH, {})
  expect(status).toBe(202)
  const run = body.run as RunReport
  const ask = (method: string, path: string, sent?: object) =>
    world.desk(method, `${PATH}/${run.id}${path}`, sent)
  return { world, run, ask }
}

type Answer = typeof redeemCode

/** As the attacker's page asks, under the attacker's name unless said. */
async function asAttacker(answer: Answer, body: object, headers: Record<string, string> = {}) {
  const init = { 'Content-Type': 'application/json', Host: HOST, Origin: `http://${HOST}`, ...headers }
  const url = `http://${HOST}/attacker/errands`
  return answer(new Request(url, { method: 'POST', headers: init, body: JSON.stringify(body) }), {})
}

describe('an errand of the attacker’s page', () => {
  it('is told once for its code, and names the laptop of that lane’s room', async () => {
    const { ask, run } = await playing()
    const { status, body } = await ask('POST', '/errands', { kind: 'form', lane: 'session' })
    expect(status).toBe(201)
    const told = await asAttacker(redeemCode, { code: body.code })
    const { errand } = await told.json()
    expect(errand).toMatchObject({ kind: 'form', ticket: expect.stringMatching(/^[\w-]{22}$/) })
    expect(new URL(errand.laptop).pathname).toBe(`/api/session/${run.rooms.session}/laptop`)
    expect((await asAttacker(redeemCode, { code: body.code })).status).toBe(404)
  })

  it('reports once, to its own run', async () => {
    const { ask } = await playing()
    const { body } = await ask('POST', '/errands', { kind: 'bench', lane: 'cookie' })
    expect((await ask('GET', `/errands/${body.code}`)).body).toEqual({ report: null })
    const { errand } = await (await asAttacker(redeemCode, { code: body.code })).json()
    const report = { secureInScript: true, daysOf999: 400 }
    expect((await asAttacker(fileReport, { ticket: errand.ticket, report })).status).toBe(204)
    expect((await asAttacker(fileReport, { ticket: errand.ticket, report: {} })).status).toBe(404)
    expect((await ask('GET', `/errands/${body.code}`)).body).toEqual({ report })
    expect((await (await playing()).ask('GET', `/errands/${body.code}`)).status).toBe(404)
  })

  it('opens the workbench, and without one it is shut', async () => {
    const { ask } = await playing()
    const { body } = await ask('POST', '/errands', { kind: 'bench', lane: 'cookie' })
    const { errand } = await (await asAttacker(redeemCode, { code: body.code })).json()
    const set = await asAttacker(jar.POST, { ticket: errand.ticket, step: 'shelf' })
    expect(set.headers.getSetCookie()).toEqual([expect.stringMatching(/^bench-shelf=value; Path=/)])
    expect((await asAttacker(jar.POST, { ticket: errand.ticket, step: 'none' })).status).toBe(404)
    expect((await asAttacker(jar.POST, { ticket: 'A'.repeat(22), step: 'shelf' })).status).toBe(404)
  })

  it.each([
    ['the shop’s own name', { Host: 'localhost:3000', Origin: 'http://localhost:3000' }, 404],
    ['another site', { Origin: 'http://localhost:3000' }, 403],
    ['nobody that can be named', { Origin: 'null' }, 403],
    ['the same name with another scheme', { Origin: `https://${HOST}` }, 403],
    ['a form', { 'Content-Type': 'text/plain' }, 415],
  ])('is not told to %s', async (_, headers, status) => {
    const { ask } = await playing()
    const { body } = await ask('POST', '/errands', { kind: 'form', lane: 'cookie' })
    expect((await asAttacker(redeemCode, { code: body.code }, headers)).status).toBe(status)
  })

  it.each([
    [{ kind: 'elsewhere', lane: 'cookie' }, 422],
    [{ kind: 'form', lane: 'cookie', laptop: 'http://elsewhere.example' }, 422],
    [{ kind: 'form' }, 422],
  ])('is refused clearly: %o', async (body, status) => {
    const { ask } = await playing()
    expect((await ask('POST', '/errands', body)).status).toBe(status)
  })

  it('stays, however many others ask for', async () => {
    const { ask } = await playing()
    const { body } = await ask('POST', '/errands', { kind: 'form', lane: 'session' })
    for (const others of await Promise.all(Array.from({ length: 4 }, playing))) {
      const send = () => others.ask('POST', '/errands', { kind: 'form', lane: 'cookie' })
      await Promise.all(Array.from({ length: 35 }, send))
      for (let run = 0; run < 100; run++)
        for (let n = 0; n < 30; n++)
          newErrand(`${others.run.id}-${run}`, { kind: 'form', lane: 'jwt', laptop: '' })
    }
    expect((await ask('GET', `/errands/${body.code}`)).status).toBe(200)
  })

  it('ends with its run', async () => {
    const { world, ask } = await playing()
    const { body } = await ask('POST', '/errands', { kind: 'form', lane: 'session' })
    expect((await world.desk('POST', PATH, {})).status).toBe(202)
    expect((await asAttacker(redeemCode, { code: body.code })).status).toBe(404)
  })

  it('is nobody else’s to send', async () => {
    const { run } = await playing()
    const other = await freshSandbox()
    const { status } = await other.desk('POST', `${PATH}/${run.id}/errands`, { kind: 'form', lane: 'cookie' })
    expect(status).toBe(404)
  })
})

describe('a credential that is used elsewhere', () => {
  it('gets in as whoever it belongs to, in this room only', async () => {
    const { ask, run, world } = await playing()
    const [{ email, password }] = run.users!.session! as [{ email: string; password: string }]
    const signIn = await fetch(`${api.origin}/api/session/${run.rooms.session}/laptop/sign-in`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password }),
    })
    const credential = /=([^;]+)/.exec(signIn.headers.getSetCookie()[0]!)![1]!
    const { body } = await ask('POST', '/session/attacker', { credential })
    expect(body).toMatchObject({ status: 200, customer: { email } })
    const proof = await ask('GET', `/session/${body.exchange}`)
    expect(proof.body).toMatchObject({ device: 'attacker', action: 'me' })
    const elsewhere = await world.desk('GET', 'exchanges')
    expect(elsewhere.body.exchanges).toEqual([])
  })

  it.each([['a; b'], ['a\r\nX: y'], [''], ['x'.repeat(4097)], ['키']])(
    'is no more than a header field can hold',
    async (credential) => {
      const { ask } = await playing()
      expect((await ask('POST', '/jwt/attacker', { credential })).status).toBe(422)
    },
  )
})

it('what the browser holds of the room is taken back, cookie by cookie', async () => {
  const { world, run } = await playing()
  const path = `/api/jwt/${run.rooms.jwt}/laptop`
  const { status, headers } = await world.ask('DELETE', `${PATH}/${run.id}/jwt`)
  expect(status).toBe(204)
  expect(headers.getSetCookie()).toEqual([
    `__Secure-access=; Path=${path}; Max-Age=0; HttpOnly; Secure; SameSite=Lax`,
    `__Secure-refresh=; Path=${path}/refresh; Max-Age=0; HttpOnly; Secure; SameSite=Lax`,
  ])
})
