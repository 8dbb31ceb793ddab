/** What a cluster leaves: nothing; and who gets in: nobody else. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { env } from '@/lib/process/env'
import { labServer } from '@/lib/testing/lab-server'
import { freshSandbox } from '@/lib/testing/sandbox'
import { until } from '@/lib/testing/until'
import { positionOf, type ServerLab } from '../lab'
import { Run } from '../run/run'
import { lab } from '../x17-cluster/lab'
import { Cluster } from './cluster'
import { sweepRunFolders } from './folders'
import { SECRET_FIELD } from './rules'

labServer()

const home = () => join(env.DATA_DIR, 'clusters')
const folders = () => (existsSync(home()) ? readdirSync(home()) : [])

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const answers = (port: number, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${port}/session/me`, { headers }).then(
    ({ status }) => status,
    () => null,
  )

const alone = (folder: string) =>
  spawn(process.execPath, [join(process.cwd(), 'generated/cluster/node.mjs'), folder], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { NODE_ENV: 'test' },
  })

const open: Cluster[] = []
afterEach(async () => {
  for (const cluster of open.splice(0)) await cluster.close()
})

async function opened(rules: ConstructorParameters<typeof Cluster>[0]) {
  const cluster = new Cluster(rules)
  open.push(cluster)
  await cluster.open()
  return cluster
}

describe('a cluster', () => {
  it('leaves no process, no port and no file', async () => {
    const cluster = await opened({ balance: 'round-robin', store: 'server', replica: true })
    const { pids, ports, port } = cluster
    expect([pids.filter(isAlive).length, ports.length, folders().length]).toEqual([5, 5, 1])
    await cluster.close()
    expect([pids.filter(isAlive), folders()]).toEqual([[], []])
    for (const each of [port, ...ports]) expect(await answers(each)).toBeNull()
  })

  it('answers nobody who does not know the secret of the run, at the balancer and at each node', async () => {
    const cluster = await opened({ balance: 'round-robin', store: 'memory' })
    for (const port of [cluster.port, ...cluster.ports]) {
      expect(await answers(port)).toBe(403)
      expect(await answers(port, { [SECRET_FIELD]: 'x'.repeat(43) })).toBe(403)
    }
    expect(await answers(cluster.port, { [SECRET_FIELD]: cluster.secret })).toBe(401)
  })

  it('that is closed while it opens leaves nothing either', async () => {
    const cluster = new Cluster({ balance: 'round-robin', store: 'memory' })
    const opening = cluster.open().catch(() => {})
    await cluster.close()
    await opening
    await until(() => expect([cluster.pids.filter(isAlive), folders()]).toEqual([[], []]))
  })
})

describe('a run', () => {
  it.each(['start', 'two-at-once', 'kill-node', 'bring-back'])(
    'that is stopped during %s leaves nothing',
    async (act) => {
      const { sandbox } = await freshSandbox()
      const run = new Run(sandbox, lab, positionOf(lab, 'shared')!, () => {})
      await run.open()
      for (const one of (lab as ServerLab).acts) {
        const acting = run.playAct()
        if (one === act) {
          run.stop()
          await acting
          break
        }
        await acting
      }
      expect(run.state).toBe('stopped')
      await run.close()
      await until(() => expect(folders()).toEqual([]))
    },
  )

  it('takes one cluster for all its lanes', async () => {
    const { sandbox } = await freshSandbox()
    const run = new Run(sandbox, lab, positionOf(lab, 'default')!, () => {})
    await run.open()
    await run.playAct()
    expect(folders()).toHaveLength(1)
    await run.playAll()
    expect([run.state, folders()]).toEqual(['done', []])
    await run.close()
  })
})

describe('a node', () => {
  it('ends when its parent is gone, and takes the folder of the run away', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'node-'))
    const child = alone(folder)
    const rules = { balance: 'round-robin', store: 'shared' }
    const config = { role: 'shop', secret: 's', password: 'p', rules, folder, peers: [], stores: [] }
    child.send({ n: 1, do: 'begin', config: { ...config, keys: { seal: [], sign: [] } } })
    await once(child, 'message')
    expect(readdirSync(folder)).toContain('sessions.db')
    child.disconnect()
    const [code] = await once(child, 'exit')
    expect([code, existsSync(folder)]).toEqual([0, false])
  })

  it('does so, too, when nobody has told it anything yet', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'node-'))
    const child = alone(folder)
    child.disconnect()
    const [code] = await once(child, 'exit')
    expect([code, existsSync(folder)]).toEqual([0, false])
  })

  it('knows nothing of the environment of its parent', async () => {
    const cluster = await opened({ balance: 'round-robin', store: 'memory' })
    if (process.platform !== 'linux') return
    for (const pid of cluster.pids) {
      const names = readFileSync(`/proc/${pid}/environ`, 'utf8').match(/[^\0=]+(?==)/g) ?? []
      expect(names.filter((name) => !name.startsWith('NODE_CHANNEL'))).toEqual([])
    }
  })
})

it('what a killed server has left is swept at the next start', async () => {
  mkdirSync(join(home(), 'run-left'), { recursive: true })
  writeFileSync(join(home(), 'run-left/sessions.db'), '')
  await sweepRunFolders()
  expect(folders()).toEqual([])
})
