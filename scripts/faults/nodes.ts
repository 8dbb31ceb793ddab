// The processes that a server has started for a run of the lab on many servers, as the operating system knows them (Linux).
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ask, type Owner } from '../visitors.ts'

const RUNS = 'api/sandbox/labs/x17-cluster/runs'

export interface StartedRun {
  status: number
  id: string
  /** Seconds, where it was told to come again. */
  again: number
  /** How many come before, where that was said. */
  ahead: number
}

export async function startCluster(owner: Owner, position: string): Promise<StartedRun> {
  const [origin = ''] = owner.origins
  const { status, body, headers } = await ask('POST', `${origin}/${RUNS}`, {
    headers: owner.headers,
    body: { position },
  })
  const again = Number(headers.get('retry-after') ?? 0)
  return { status, id: body?.run?.id ?? '', again, ahead: body?.ahead ?? 0 }
}

export async function stateOf({ origins, headers }: Owner, id: string): Promise<string> {
  const { body } = await ask('GET', `${origins[0]}/${RUNS}/${id}`, { headers })
  return body?.run?.state ?? 'gone'
}

export const stopRun = ({ origins, headers }: Owner, id: string) =>
  ask('DELETE', `${origins[0]}/${RUNS}/${id}`, { headers })

/** Its children, whichever thread has started them. */
export function childrenOf(pid: number): number[] {
  try {
    const tasks = readdirSync(`/proc/${pid}/task`)
    return tasks.flatMap((task) => {
      const text = readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8')
      return (text.match(/\d+/g) ?? []).map(Number)
    })
  } catch {
    return []
  }
}

/** Ports at which these listen. */
export function portsOf(pids: readonly number[]): number[] {
  const sockets = new Set(pids.flatMap(socketsOf))
  const lines = readFileSync('/proc/net/tcp', 'utf8').split('\n').slice(1)
  return lines.flatMap((line) => {
    const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/)
    return state === '0A' && sockets.has(inode) ? [Number.parseInt(local.split(':')[1]!, 16)] : []
  })
}

function socketsOf(pid: number): string[] {
  try {
    const folder = `/proc/${pid}/fd`
    return readdirSync(folder).flatMap((name) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(join(folder, name)))?.[1] ?? []
      } catch {
        return []
      }
    })
  } catch {
    return []
  }
}

export function isAlive(pid: number): boolean {
  try {
    // One that has ended and was not asked for yet is still in the table.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

export const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })

/** false: not within so many milliseconds. */
export async function becomes(fact: () => boolean | Promise<boolean>, within: number): Promise<boolean> {
  const last = performance.now() + within
  while (performance.now() < last) {
    if (await fact()) return true
    await sleep(25)
  }
  return fact()
}
