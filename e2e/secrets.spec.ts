/**
 * A whole run through all lanes and the dials that move credentials, and then a search for every secret that was in it: in the log, the
 * database, the files for browsers, and the events of the panel.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { ShopClient } from '@/lib/client/shop-client'
import { byFetch, type WireAnswer } from '@/lib/client/transport'
import { readPair } from '@/lib/cookies/set-cookie'
import { DIALS } from '@/lib/strategies/dials'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { type OwnServer, ownServer } from './own-server'

let server: OwnServer
test.beforeAll(async () => {
  server = await ownServer({ LOG_LEVEL: 'debug' })
})
test.afterAll(() => server.remove())

/** Everything that signs somebody in or makes what does, by what it is. */
const secrets = new Map<string, string>()
const note = (what: string, value: string | null | undefined) => {
  // Shorter ones would be found by chance.
  if (!value || value.length < 12) return
  expect(value.replace(WORD, '')).toBe('')
  secrets.set(value, what)
}

const NEXT_PASSWORD = 'correct-horse-battery-staple'
const WRONG_PASSWORD = 'nobody-has-this-password'

// Dozens of sign-ins, each with its password hash.
test.setTimeout(240_000)

test('no secret of a run is in the log, the database, the bundles or the events', async () => {
  const owner = await newOwner()
  const events = await listen(owner.cookie)
  for (const strategy of STRATEGIES)
    for (const change of changesOf(strategy)) await visit(owner, strategy, change)
  const seen = events.text()
  events.end()
  for (const name of ['session-passwords', 'jwt-keys'])
    for (const line of readFileSync(join(server.dataDir, name), 'utf8').split('\n'))
      note(`master in ${name}`, line)
  expect(secrets.size).toBeGreaterThan(150)
  await server.stop()
  const log = server.output()
  expect(log.match(/"event":/g)!.length).toBeGreaterThan(50)
  const places = {
    log,
    database: readdirSync(server.dataDir)
      .filter((name) => name.startsWith('shop.db'))
      .map((name) => readFileSync(join(server.dataDir, name), 'latin1'))
      .join('\n'),
    events: seen,
    bundles: bundles(),
  }
  expect(seen.match(/event: exchange/g)!.length).toBeGreaterThan(100)
  for (const [place, text] of Object.entries(places)) expect([place, found(text)]).toEqual([place, []])
})

/** Of what secrets are made of, in whichever form. */
const WORD = /[\w+/=~.*%-]{12,}/g

/** As they stand, and as base64, base64url and hexadecimal. */
function found(text: string): string[] {
  // Each word once: most of the events say again what those before them said.
  const words = [...new Set(text.match(WORD))].join(' ')
  return [...secrets].flatMap(([value, what]) => {
    const octets = Buffer.from(value)
    const forms = [value, octets.toString('base64'), octets.toString('base64url'), octets.toString('hex')]
    return forms.some((form) => words.includes(form)) ? [`${what}: ${value}`] : []
  })
}

/** One dial at a time, each position but the default; `storedId` on "raw" is declared to lie in the table. */
function changesOf(strategy: StrategyName): object[] {
  const dials = Object.entries(DIALS[strategy])
  const turned = dials.flatMap(([name, { values, default: usual }]) =>
    (values as readonly unknown[])
      .filter((value) => value !== usual && !(name === 'storedId' && value === 'raw'))
      .map((value) => ({ [name]: value })),
  )
  return [{}, ...turned]
}

interface Owner {
  cookie: string
  sandbox: string
  password: string
}

async function newOwner(): Promise<Owner> {
  const answer = await fetch(`${server.origin}/api/sandbox`, {
    method: 'POST',
    headers: { Origin: server.origin },
  })
  const { name, value } = readPair(answer.headers.getSetCookie()[0]!)
  note('owner token', value)
  const { sandbox, users } = (await answer.json()) as {
    sandbox: { id: string }
    users: { password: string }[]
  }
  for (const { password } of users) note('first password', password)
  note('chosen password', NEXT_PASSWORD)
  note('wrong password', WRONG_PASSWORD)
  return { cookie: `${name}=${value}`, sandbox: sandbox.id, password: users[0]!.password }
}

/** Signs in, shops, refreshes and signs out, with one dial turned. */
async function visit({ cookie, sandbox, password }: Owner, strategy: StrategyName, change: object) {
  await desk(cookie, 'PATCH', 'settings', { reset: true, [strategy]: change })
  const client = new ShopClient({
    ...{ strategy, sandbox, device: 'laptop' },
    transport: byFetch(() => server.origin),
  })
  const noteAll = async (asked: Promise<WireAnswer>) => {
    const { setCookie, body } = await asked
    // A plain visit is text that anybody can write: no secret.
    if (!(strategy === 'cookie' && JSON.stringify(change).includes('plain')))
      for (const { name, value } of setCookie.map(readPair)) note(`${strategy} cookie ${name}`, value)
    note('access token', body?.accessToken)
  }
  const email = 'mina@shop.example'
  await noteAll(client.add())
  // Each costs a tenth of a second of a core, and no dial is about it.
  const isFirst = Object.keys(change).length === 0
  if (isFirst) await noteAll(client.signIn({ email, password: WRONG_PASSWORD }))
  await noteAll(client.signIn({ email, password }))
  await noteAll(client.get('cart'))
  if (strategy === 'jwt') await noteAll(client.post('refresh'))
  if (isFirst) await noteAll(client.post('password', { current: WRONG_PASSWORD, next: NEXT_PASSWORD }))
  await noteAll(client.get('devices'))
  await desk(cookie, 'POST', 'force-sign-out', { email })
  await noteAll(client.get('cart'))
  await noteAll(client.post('sign-out'))
}

async function desk(cookie: string, method: string, path: string, body: object) {
  const headers = { Cookie: cookie, Origin: server.origin, 'Content-Type': 'application/json' }
  const answer = await fetch(`${server.origin}/api/sandbox/${path}`, {
    method,
    headers,
    body: JSON.stringify(body),
  })
  expect(answer.status).toBe(200)
}

/** The stream of events as the panel gets it. */
async function listen(cookie: string) {
  const stop = new AbortController()
  const answer = await fetch(`${server.origin}/api/sandbox/events`, {
    headers: { Cookie: cookie },
    signal: stop.signal,
  })
  let text = ''
  const read = async () => {
    for await (const chunk of answer.body!) text += Buffer.from(chunk).toString()
  }
  read().catch(() => {})
  return { text: () => text, end: () => stop.abort() }
}

function bundles(): string {
  const folder = join(process.env.NEXT_DIST_DIR ?? '.next', 'static')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return files.map((file) => readFileSync(join(file.parentPath, file.name), 'latin1')).join('\n')
}
