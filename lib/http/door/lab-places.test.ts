/** What the door lets labs do that nobody else may: call a Server Action, and open a room to another origin. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sendToSelf, setSelf } from '@/lib/client/self'
import { closeToOrigins, openToOrigins } from '../cors'
import { takeOver } from './door'

const ROOM = 'abcdefghijk'
const OTHER = 'http://localhost:41234'

let server: Server
let origin: string
let heard: IncomingMessage[]

beforeEach(async () => {
  heard = []
  server = createServer((request, response) => {
    heard.push(request)
    response.setHeader('Vary', 'Origin')
    response.end('hello')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  origin = `http://localhost:${port}`
  const names = { appOrigin: origin, attackerOrigin: undefined, frontOrigin: OTHER, port }
  takeOver(server, { names, count: null })
  setSelf(origin)
})
afterEach(() => {
  closeToOrigins(ROOM)
  server.closeAllConnections()
  server.close()
})

describe('a page of lab X24', () => {
  const path = `/api/session/${ROOM}/laptop/where/open`

  it('is read by anybody, and its actions are called by this server only', async () => {
    expect((await fetch(origin + path)).status).toBe(200)
    const called = await fetch(origin + path, { method: 'POST', headers: { 'Next-Action': 'x' } })
    expect([called.status, called.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    const own = await sendToSelf({ method: 'POST', path, headers: [['Next-Action', 'x']], body: '[]' })
    expect(own.status).toBe(200)
    expect(heard.map(({ headers }) => headers['next-action'])).toEqual([undefined, 'x'])
  })

  it('and no other address hears of an action', async () => {
    const path = `/api/session/${ROOM}/laptop/cart`
    await sendToSelf({ method: 'POST', path, headers: [['Next-Action', 'x']], body: '[]' })
    expect(heard[0]!.headers['next-action']).toBeUndefined()
  })
})

describe('the CORS protocol', () => {
  const path = `/api/session/${ROOM}/laptop/cart`
  const preflight = (from: string) =>
    fetch(origin + path, {
      method: 'OPTIONS',
      headers: { Origin: from, 'Access-Control-Request-Method': 'POST' },
    })
  const allowed = ({ headers }: Response) => headers.get('access-control-allow-origin')

  it('is spoken in no room that was not opened', async () => {
    const [first, then] = [await preflight(OTHER), await fetch(origin + path, { headers: { Origin: OTHER } })]
    expect([allowed(first), allowed(then)]).toEqual([null, null])
    expect(heard.map(({ method }) => method)).toEqual(['OPTIONS', 'GET'])
  })

  it('in one that was, answers the preflight itself, and adds its fields to the answers', async () => {
    openToOrigins(ROOM, { origin: 'exact', credentials: true })
    const first = await preflight(OTHER)
    expect([first.status, allowed(first), first.headers.get('access-control-allow-credentials')]).toEqual([
      204,
      OTHER,
      'true',
    ])
    expect(first.headers.get('access-control-allow-headers')).toBe('Authorization, Content-Type')
    expect(heard).toEqual([])
    const then = await fetch(origin + path, { headers: { Origin: OTHER } })
    expect([allowed(then), then.headers.get('vary')]).toEqual([OTHER, 'Origin'])
  })

  it('says yes to nobody else', async () => {
    openToOrigins(ROOM, { origin: '*', credentials: true })
    const first = await preflight('http://evil.example')
    expect([first.status, allowed(first)]).toEqual([204, null])
  })
})
