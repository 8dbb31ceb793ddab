/**
 * A cell that is to be taken away takes no new sandboxes. A file in its data folder says so (scripts/drain.ts writes it): that outlives a restart,
 * and whoever may write there may do anything here. With a time in it, all sandboxes end then, and their pages are told.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allSandboxes } from '@/lib/db/client'
import { log } from '@/lib/log/log'
import { env } from '@/lib/process/env'
import { perProcess } from '@/lib/process/once'
import { timelineOf } from '@/lib/trace/publish/timeline'
import { known, knownIds } from './registry'
import { sweep } from './sweeper'

export interface Drain {
  /** null: each sandbox may live out its day. */
  endsAt: Date | null
}

/** Milliseconds. */
const EVERY = 1000

interface State {
  now: Drain | null
  /** What is still to be done about it: the database may not answer now. */
  toEnd: boolean
  toSweep: boolean
  looking: boolean
}

const state = () =>
  perProcess<State>('drain', () => ({ now: null, toEnd: false, toSweep: false, looking: false }))

/** null: new ones are taken. */
export const drainOf = (): Drain | null => state().now

/** What the file says when the first request comes is known already. */
export async function watchDrain(): Promise<void> {
  await look()
  perProcess('drain-watch', () => setInterval(() => void look().catch(() => {}), EVERY).unref())
}

/** Looks at the file, and does what it says. A database that does not answer now is asked again a moment later. */
export async function look(): Promise<void> {
  const own = state()
  if (own.looking) return
  own.looking = true
  try {
    await follow(drainIn(env.DATA_DIR))
  } finally {
    own.looking = false
  }
}

async function follow(told: Drain | null): Promise<void> {
  const own = state()
  if (!isSame(told, own.now)) {
    const ends = told?.endsAt != null
    Object.assign(own, { now: told, toEnd: ends, toSweep: ends })
    log(told ? 'drain_begun' : 'drain_over', {})
  }
  const at = own.now?.endsAt
  if (!at) return
  if (own.toEnd) await endAllAt(at)
  own.toEnd = false
  if (!own.toSweep || at.getTime() > Date.now()) return
  await sweep()
  own.toSweep = false
}

const isSame = (one: Drain | null, other: Drain | null) =>
  !one === !other && one?.endsAt?.getTime() === other?.endsAt?.getTime()

async function endAllAt(at: Date): Promise<void> {
  const later = { expiresAt: { gt: at } }
  await allSandboxes().sandbox.updateMany({ where: later, data: { expiresAt: at } })
  for (const id of knownIds()) {
    const sandbox = known(id)
    if (!sandbox) continue
    if (sandbox.expiresAt > at) sandbox.expiresAt = at
    timelineOf(id)?.publish({ type: 'ends', at: at.toISOString() })
  }
}

/** An empty file, or one with a time that cannot be read: nobody is sent away because of a slip. */
function drainIn(folder: string): Drain | null {
  const text = readIfThere(join(/* turbopackIgnore: true */ folder, 'draining'))
  if (text === null) return null
  const at = new Date(text.split('\n', 1)[0]!)
  return { endsAt: Number.isNaN(at.getTime()) ? null : at }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
