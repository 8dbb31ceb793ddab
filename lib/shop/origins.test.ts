/** docs/origins.md, row by row, over a bare socket: two fields of one name, upper case and blanks go out as they stand there. */
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { foreignBy } from '@/lib/http/foreign'
import { labServer } from '@/lib/testing/lab-server'
import { type RawAnswer, type RawRequest, sendRaw } from '@/lib/testing/raw-http'
import { type FreshSandbox, freshSandbox } from '@/lib/testing/sandbox'
import { tableUnder } from '@/lib/testing/text/markdown'

const docs = readFileSync(new URL('../../docs/origins.md', import.meta.url), 'utf8')
const SHAPES = tableUnder(docs, '## Every shape of a write')
const LANES = tableUnder(docs, '## Every lane and carrier')

const server = labServer({ door: false })
let world: FreshSandbox
beforeEach(async () => {
  world = await freshSandbox()
})

type Fields = (readonly [name: string, value: string])[]
const JSON_BODY = ['Content-Type', 'application/json'] as const
const HOST = ['Host', 'localhost:3000'] as const

/** In code marks, one or more of them with `+` between; `–` is none. */
const fieldsIn = (name: string, cell: string): Fields =>
  [...cell.matchAll(/`([^`]*)`/g)].map(([, value]) => [name, value!.trim()] as const)

const send = ({ fields = [], ...request }: RawRequest, more: Fields = []) =>
  sendRaw(server.origin, { ...request, fields: [HOST, ...fields, ...more] })

interface Credential {
  write: RawRequest
  read: RawRequest
  turnOff?(): Promise<void>
}

/** With the dials that let something move, where there is something. */
const CREDENTIALS: Record<string, () => Promise<Credential>> = {
  'cookie lane, cookie': () => lane('cookie'),
  'session lane, cookie': () => lane('session', { idle: 60 }),
  'jwt lane, Bearer': () => lane('jwt', { sliding: 'capped' }),
  'jwt lane, access cookie': () => lane('jwt', { sliding: 'capped', carrier: 'cookie' }),
  'jwt lane, refresh cookie': async () => {
    const client = world.client('jwt')
    await world.signIn(client)
    const { name, value } = client.jar.cookies.find(({ path }) => path.endsWith('/refresh'))!
    const at = { target: `${client.path}/refresh`, fields: [['Cookie', `${name}=${value}`] as const] }
    return {
      write: { ...at, method: 'POST' },
      read: at,
      turnOff: () => world.turn('jwt', { crossSite: 'none' }),
    }
  },
  'owner’s cookie': async () => {
    const cookie = ['Cookie', world.ownerPair] as const
    const target = '/api/sandbox/clock'
    return {
      write: { method: 'POST', target, fields: [cookie, JSON_BODY], body: '{"reset":true}' },
      read: { target: '/api/sandbox', fields: [cookie] },
    }
  },
}

async function lane(
  strategy: 'cookie' | 'session' | 'jwt',
  dials: Record<string, unknown> = {},
): Promise<Credential> {
  await world.turn(strategy, dials)
  const client = world.client(strategy)
  await world.signIn(client)
  await client.add('apple')
  const own = client.jar.cookies.find(({ path }) => path === client.path)
  const carried = own
    ? (['Cookie', `${own.name}=${own.value}`] as const)
    : (['Authorization', `Bearer ${client.accessToken}`] as const)
  const target = `${client.path}/cart/items/apple`
  return {
    write: { method: 'PATCH', target, fields: [carried, JSON_BODY], body: '{"quantity":2}' },
    read: { target: `${client.path}/me`, fields: [carried] },
    turnOff: () => world.turn(strategy, { crossSite: 'none' }),
  }
}

const isRefused = ({ status, body }: RawAnswer) => status === 403 && body.code === 'cross_site'

describe('every shape of a write', () => {
  it('is there once, and in each lane', () => {
    const shapes = SHAPES.map((row) => JSON.stringify([row['Sec-Fetch-Site'], row.Origin, row.Referer]))
    expect(new Set(shapes).size).toBe(shapes.length)
    expect(shapes.length).toBeGreaterThan(40)
    expect(LANES.map(({ credential }) => credential)).toEqual(Object.keys(CREDENTIALS))
  })

  it('is decided by the field that is named', () => {
    for (const row of SHAPES) {
      const read = (name: 'Sec-Fetch-Site' | 'Origin') => {
        const values = fieldsIn(name, row[name]!).map(([, value]) => value)
        return values.length > 0 ? values.join(', ') : null
      }
      const [first = 'nothing'] = foreignBy(read, 'http://localhost:3000')
      expect({ row, decides: first }).toEqual({ row, decides: row.decides })
    }
  })

  it.each(Object.keys(CREDENTIALS))('%s', async (name) => {
    let { write } = await CREDENTIALS[name]!()
    for (const row of SHAPES) {
      const shape = ['Sec-Fetch-Site', 'Origin', 'Referer'].flatMap((field) => fieldsIn(field, row[field]!))
      const answer = await send(write, shape)
      const taken = answer.status === 200
      expect({ shape, taken, refused: isRefused(answer) }).toEqual({
        shape,
        taken: row['the write is'] === 'taken',
        refused: row['the write is'] === 'refused',
      })
      // A refresh token is good for one use.
      if (taken && name.includes('refresh')) ({ write } = await CREDENTIALS[name]!())
    }
  })
})

const FOREIGN: Fields = [
  ['Sec-Fetch-Site', 'cross-site'],
  ['Origin', 'http://evil.example'],
]
const OWN: Fields = [['Sec-Fetch-Site', 'same-origin']]

describe.each(LANES)('$credential', (row) => {
  const make = () => CREDENTIALS[row.credential!]!()

  it('answers another site as it is written', async () => {
    const { write, read, turnOff } = await make()
    expect((await send(write, FOREIGN)).status).toBe(Number(row.write))
    expect((await send(read, FOREIGN)).status).toBe(Number(row.read))
    await turnOff?.()
    expect((await send(write, FOREIGN)).status).toBe(Number(row['write, check off']))
  })

  it.each([
    [
      'foreign read moves',
      [FOREIGN, FOREIGN.slice(0, 1), FOREIGN.slice(1), [['Sec-Fetch-Site', 'same-site']] as Fields],
    ],
    ['own read moves', [OWN, [] as Fields, [['Sec-Fetch-Site', 'none']] as Fields]],
  ])('%s the end as it is written', async (column, shapes) => {
    for (const shape of shapes) {
      world = await freshSandbox()
      const { read } = await make()
      expect({ shape, moved: await moves(read, shape) }).toEqual({ shape, moved: row[column] === 'yes' })
    }
  })

  it('moves for anybody where nobody looks', async () => {
    const { read, turnOff } = await make()
    if (!turnOff) return
    await turnOff()
    expect(await moves(read, FOREIGN)).toBe(row['own read moves'] === 'yes')
  })
})

/** Is a row counted from now on, or a token or a cookie given? */
async function moves(read: RawRequest, shape: Fields): Promise<boolean> {
  const before = await lastSeen()
  world.later(20)
  const { body, setCookie } = await send(read, shape)
  return (await lastSeen()) > before || body?.expiresIn !== undefined || setCookie.length > 0
}

/** Of the session's row: where its idle end is counted from. */
async function lastSeen(): Promise<number> {
  const row = await db().session.findFirst({ where: { sandboxId: world.sandbox.id } })
  return row?.lastSeenAt.getTime() ?? 0
}

it('a session that only another site asks for ends as if nobody had', async () => {
  const { read } = await lane('session', { idle: 60 })
  for (let turn = 0; turn < 4; turn++) {
    world.later(14)
    expect((await send(read, FOREIGN)).body.customer).not.toBeNull()
  }
  world.later(14)
  expect(await send(read, OWN)).toMatchObject({ status: 401, body: { code: 'credential_expired' } })
})
