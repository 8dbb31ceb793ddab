/** A process that is a cell: what begins with its name, and what it says of what begins with another's. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { env } from '@/lib/process/env'
import { callApi, ORIGIN } from '@/lib/testing/api'
import { freshSandbox } from '@/lib/testing/sandbox'

beforeEach(() => {
  env.CELL = 'a1'
})
afterAll(() => {
  env.CELL = ''
})

function call(path: string, { method = 'GET', cookie = '' } = {}) {
  const headers = { Host: new URL(ORIGIN).host, Origin: ORIGIN, ...(cookie && { Cookie: cookie }) }
  return callApi(path, { method, headers })
}

const keyIn = (answer: Response) => answer.headers.getSetCookie()[0]!.split(';')[0]!
const codeOf = async (answer: Response) => [answer.status, (await answer.json()).code]

/** The same, as another cell has it. */
async function elsewhere() {
  env.CELL = 'b'
  const world = await freshSandbox()
  const { body } = await world.desk('POST', 'labs/x11-csrf/runs', {})
  env.CELL = 'a1'
  return { world, run: body.run }
}

describe('what begins with the name of the cell', () => {
  it('is a sandbox, its owner’s key, its rooms and runs, and the code and ticket of an errand', async () => {
    const made = await call('/api/sandbox', { method: 'POST' })
    expect(keyIn(made)).toMatch(/^__Secure-owner=a1-[\w-]{43}$/)
    expect((await made.json()).sandbox.id).toMatch(/^a1-[\w-]{11}$/)
    const world = await freshSandbox()
    const { body } = await world.desk('POST', 'labs/x11-csrf/runs', {})
    expect(body.run.id).toMatch(/^a1-[\da-f-]{36}$/)
    for (const room of Object.values(body.run.rooms)) expect(room).toMatch(/^a1-[\w-]{11}$/)
    const errand = { kind: 'form', lane: 'session' }
    const asked = await world.desk('POST', `labs/x11-csrf/runs/${body.run.id}/errands`, errand)
    expect(asked.body.code).toMatch(/^a1-[\w-]{22}$/)
  })

  it('works as without: a cart, a sign-in, and the owner’s view', async () => {
    const world = await freshSandbox()
    for (const lane of ['cookie', 'session', 'jwt'] as const) {
      const client = world.client(lane)
      expect((await client.add()).status).toBe(200)
      expect((await world.signIn(client)).status).toBe(200)
      expect((await client.get('me')).body.customer.email).toBe('mina@shop.example')
    }
    expect((await world.desk('GET', '')).body.sandbox.id).toBe(world.sandbox.id)
  })
})

describe('what begins with the name of another cell', () => {
  it('is not here, and the answer says so: never that there is none, and never 500', async () => {
    const { world } = await elsewhere()
    for (const lane of ['cookie', 'session', 'jwt'])
      expect(await codeOf(await call(`/api/${lane}/${world.sandbox.id}/laptop/cart`))).toEqual([
        421,
        'other_cell',
      ])
    for (const path of ['', '/exchanges', '/events', '/settings'])
      expect(await codeOf(await call(`/api/sandbox${path}`, { cookie: world.ownerPair }))).toEqual([
        421,
        'other_cell',
      ])
  })

  it('keeps nobody from a sandbox here: both keys lie side by side', async () => {
    const { world } = await elsewhere()
    const made = await call('/api/sandbox', { method: 'POST', cookie: world.ownerPair })
    expect(made.status).toBe(201)
    const both = keyIn(made)
    expect(both).toMatch(/^__Secure-owner=a1-[\w-]{43}\.b-[\w-]{43}$/)
    expect((await call('/api/sandbox', { cookie: both })).status).toBe(200)
  })

  it('without a cell it is the same', async () => {
    const { world } = await elsewhere()
    env.CELL = ''
    expect(await codeOf(await call('/api/sandbox', { cookie: world.ownerPair }))).toEqual([421, 'other_cell'])
    expect(await codeOf(await call('/api/jwt/b-abcdefghijk/laptop/me'))).toEqual([421, 'other_cell'])
  })
})

describe('what has no name of a cell', () => {
  it('is looked for here: it may be of before there were any', async () => {
    env.CELL = ''
    const world = await freshSandbox()
    env.CELL = 'a1'
    expect((await world.client('session').get('cart')).status).toBe(200)
    expect((await world.desk('GET', '')).status).toBe(200)
    expect(await codeOf(await call('/api/jwt/abcdefghijk/laptop/me'))).toEqual([404, 'no_sandbox'])
  })

  it.each(['toolong-abcdefghijk', 'B-abcdefghijk', '-abcdefghijk', 'b-abcdefghijkl', 'b-abc'])(
    'nor has “%s”: there is none of that name',
    async (name) => {
      expect(await codeOf(await call(`/api/cookie/${name}/laptop/cart`))).toEqual([404, 'no_sandbox'])
    },
  )
})
