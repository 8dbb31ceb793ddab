/** The server before the shop, over its socket: what it takes, what it leaves, and that it ends. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { labServer } from '@/lib/testing/lab-server'
import { freshSandbox } from '@/lib/testing/sandbox'
import { labOf } from '../index'
import { openWire } from '../outside/wire'
import { openRoom, type Room } from '../run/room'
import { Run } from '../run/run'
import { openRemember } from './front'
import type { Remember } from './remember'

labServer()

const DAY = 24 * 3600
let room: Room
let remember: Remember
const ports: number[] = []

beforeEach(async () => {
  const { sandbox } = await freshSandbox()
  room = await openRoom(sandbox, 'session', {}, () => {})
  const wire = openWire({ strategy: 'session', timeline: room.timeline, noted: () => {} })
  const noting = {
    send: (asked: Parameters<typeof wire.send>[0]) => {
      ports.push(asked.port)
      return wire.send(asked)
    },
  }
  remember = await openRemember({ ...room, wire: noting }, { cookie: 'series', grace: 0, onePerUser: false })
})
afterEach(() => remember.close())

const client = () => room.clients.laptop

it('keeps nobody signed in who is not', async () => {
  expect((await remember.keep(client())).status).toBe(401)
  expect((await remember.comeBack(client())).status).toBe(401)
})

it('opens a session that the shop takes, and the sign-in outlives the one before', async () => {
  await room.desk.signIn(client())
  await remember.keep(client())
  await room.desk.later(DAY)
  expect((await client().get('me')).status).toBe(401)
  expect((await remember.comeBack(client())).json).toMatchObject({ by: 'remember-me' })
  expect((await client().get('me')).json.customer.email).toBe('mina@shop.example')
})

it('after a theft neither the series nor the sessions are good, and the browser is told to drop its cookie', async () => {
  await room.desk.signIn(client())
  await remember.keep(client())
  const { attacker } = room.clients
  attacker.copyFrom(client())
  await room.desk.later(DAY)
  expect((await remember.comeBack(attacker)).status).toBe(200)
  const owner = await remember.comeBack(client())
  expect(owner.status).toBe(401)
  expect(owner.setCookie.some((line) => /remember=;.*Max-Age=0/.test(line))).toBe(true)
  expect((await attacker.get('me')).status).toBe(401)
  expect((await remember.comeBack(attacker)).status).toBe(401)
})

it('has no other address, and ends with its run', async () => {
  await remember.comeBack(client())
  const at = `http://127.0.0.1:${ports.at(-1)}`
  for (const path of ['/', '/api/session/x/nobody/me', `${client().path}/orders`])
    expect((await fetch(at + path)).status).toBe(404)
  await remember.close()
  await expect(fetch(at)).rejects.toThrow()
})

it('a run that is stopped has closed its own', async () => {
  const { sandbox } = await freshSandbox()
  const lab = labOf('x23-remember-me')!
  const run = new Run(sandbox, lab, lab.positions[0], () => {})
  await run.open()
  await run.playAct()
  const target = run.report().sent.find(({ answeredBy }) => answeredBy === 'remember-me')!.command
  const at = /'(http:\/\/127\.0\.0\.1:\d+)/.exec(target)![1]!
  expect((await fetch(`${at}/`)).status).toBe(404)
  await run.close()
  await expect
    .poll(() =>
      fetch(at).then(
        () => 'open',
        () => 'closed',
      ),
    )
    .toBe('closed')
})
