import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { newOwner } from '../visitors.ts'
import type { Fault } from './fault.ts'
import { answers, becomes, childrenOf, isAlive, portsOf, startCluster, stopRun } from './nodes.ts'
import { onStage, type Stage } from './stage.ts'

const KILLS = 40
/** Milliseconds: a run takes longer, mostly. */
const MOMENTS = 1500
/** Milliseconds. */
const GONE_WITHIN = 5000
const POSITIONS = ['default', 'shared', 'server-copy', 'copies']

export default {
  id: 'F34',
  title:
    'a run of the lab on many servers ends at any moment: the server is killed -9, or the run is stopped',
  goal: `no process and no port of it is left within ${GONE_WITHIN / 1000} s, no file after the next start, and the next run begins`,
  async run({ quick }) {
    if (process.platform !== 'linux')
      return { tried: 'nothing', lost: 0, ok: true, note: 'not tried: looking at the processes needs Linux' }
    return onStage(async (stage) => {
      await stage.start()
      const seen: Ended[] = []
      for (let nth = 0; nth < (quick ? 8 : KILLS); nth++) seen.push(await ended(stage, nth))
      const lost = seen.reduce((sum, { left }) => sum + left, 0)
      const met = seen.filter(({ processes }) => processes > 0)
      return {
        tried: `${seen.length} runs`,
        lost,
        // One that met none has shown nothing. How many do is chance, and the speed of the machine.
        ok: lost === 0 && met.length > 0,
        note: `${met.length} of them met the processes of the run, ${Math.max(...seen.map(({ processes }) => processes))} at most; gone after ${Math.max(...seen.map(({ ms }) => ms)).toFixed(0)} ms at most`,
      }
    })
  },
} satisfies Fault

interface Ended {
  /** Processes that were there in that moment. */
  processes: number
  /** Processes, ports and folders that stayed. */
  left: number
  ms: number
}

async function ended(stage: Stage, nth: number): Promise<Ended> {
  const owner = await newOwner([stage.origin])
  const { pid } = stage.server
  const own = new Set(portsOf([pid]))
  const { status, id } = await startCluster(owner, POSITIONS[nth % POSITIONS.length]!)
  if (status !== 202) throw new Error(`the run was answered with ${status}`)
  await sleep(Math.random() * MOMENTS)
  const nodes = childrenOf(pid)
  const ports = portsOf([pid, ...nodes]).filter((port) => !own.has(port))
  const from = performance.now()
  const kills = nth % 2 === 0
  if (kills) await stage.kill()
  else await stopRun(owner, id)
  const open = async () => (await Promise.all(ports.map(answers))).filter(Boolean).length
  await becomes(async () => !nodes.some(isAlive) && (await open()) === 0, GONE_WITHIN)
  const ms = performance.now() - from
  const left = nodes.filter(isAlive).length + (await open())
  if (kills) await stage.start()
  // What its own processes have not taken along, the next start does.
  await becomes(() => folders(stage) === 0, GONE_WITHIN)
  return { processes: nodes.length, left: left + folders(stage), ms }
}

function folders({ folder }: Stage): number {
  const home = join(folder, 'clusters')
  return existsSync(home) ? readdirSync(home).length : 0
}
