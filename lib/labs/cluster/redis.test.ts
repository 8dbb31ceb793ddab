/** The shared store in a real Redis or Valkey, where one is installed (Debian: `apt-get install redis-server`). */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { env } from '@/lib/process/env'
import { labServer } from '@/lib/testing/lab-server'
import { freshSandbox } from '@/lib/testing/sandbox'
import { until } from '@/lib/testing/until'
import { lanesOf, positionOf } from '../lab'
import { Run } from '../run/run'
import { lab } from '../x17-cluster/lab'
import { Cluster } from './cluster'

labServer()

const program = ['valkey-server', 'redis-server'].find((name) => spawnSync(name, ['--version']).status === 0)

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

describe.skipIf(!program)(`with ${program ?? 'redis-server, which is not installed here: skipped'}`, () => {
  let server: ChildProcess
  let client: ReturnType<typeof import('@redis/client')['createClient']>

  beforeAll(async () => {
    const port = await freePort()
    server = spawn(program!, ['--port', String(port), '--bind', '127.0.0.1', '--save', ''], {
      stdio: 'ignore',
    })
    env.REDIS_URL = `redis://127.0.0.1:${port}`
    const { createClient } = await import('@redis/client')
    client = createClient({ url: env.REDIS_URL })
    client.on('error', () => {})
    await client.connect()
  })
  afterAll(() => {
    env.REDIS_URL = undefined
    client?.destroy()
    server?.kill()
  })

  it.each(['shared', 'blob', 'local-copy', 'other-key'])(
    '%s: the same verdicts as with SQLite, and nothing is left',
    async (id) => {
      const { sandbox } = await freshSandbox()
      const position = positionOf(lab, id)!
      const run = new Run(sandbox, lab, position, () => {})
      await run.open()
      await run.playAll()
      const { state, findings } = run.report()
      expect(state).toBe('done')
      for (const lane of lanesOf(position)) {
        const own = findings.filter((finding) => finding.lane === lane)
        expect({
          lane,
          found: Object.fromEntries(own.map(({ moment, outcome }) => [moment, outcome])),
        }).toEqual({
          lane,
          found: position.expected[lane],
        })
      }
      expect(findings.find(({ moment }) => moment === 'copies')!.facts).toMatchObject({
        store: 'Redis/Valkey',
      })
      await run.close()
      expect(await client.keys('*')).toEqual([])
    },
  )

  it('what a killed server leaves there ends by itself', async () => {
    const cluster = new Cluster({ balance: 'round-robin', store: 'shared' })
    await cluster.open()
    try {
      const headers = { 'cluster-secret': cluster.secret, 'Content-Type': 'application/json' }
      const body = JSON.stringify({ password: cluster.password })
      const origin = `http://127.0.0.1:${cluster.port}`
      const { status } = await fetch(`${origin}/session/sign-in`, { method: 'POST', headers, body })
      expect(status).toBe(200)
      const [key = ''] = await client.keys('remember-me:*')
      expect(await client.ttl(key)).toBeGreaterThan(0)
    } finally {
      await cluster.close()
    }
    await until(async () => expect(await client.keys('*')).toEqual([]))
  })
})

it('a run whose Redis does not answer breaks down, and leaves nothing', async () => {
  const before = env.REDIS_URL
  env.REDIS_URL = `redis://127.0.0.1:${await freePort()}`
  try {
    const { sandbox } = await freshSandbox()
    const run = new Run(sandbox, lab, positionOf(lab, 'shared')!, () => {})
    await run.open()
    await run.playAll()
    expect(run.state).toBe('failed')
    await run.close()
  } finally {
    env.REDIS_URL = before
  }
})
