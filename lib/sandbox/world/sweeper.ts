/**
 * Once a minute: what has ended goes, with all its rows, a few at a time, so that nobody waits for it. The database driver is
 * synchronous: a loop that only awaits it never lets the process serve anybody, nor let go of what its statements hold.
 */
import { setImmediate as others } from 'node:timers/promises'
import { allSandboxes } from '@/lib/db/client'
import { bugOf } from '@/lib/log/bug'
import { log } from '@/lib/log/log'
import { perProcess } from '@/lib/process/once'
import { FairShare } from '@/lib/shares/fair-share'
import { ROWS } from '@/lib/strategies/site/served-lanes'
import { isUntouched, knownIds, whoseIs } from './registry'
import { destroySandbox } from './sandbox'

const EVERY = 60_000
const BATCH = 50
/** An expired row stays for an hour, so that whoever comes late hears "expired" and not "unknown". */
const KEPT_AFTER_EXPIRY = 60 * 60 * 1000
/** Alive in all. Beyond it those go that nobody has used lately: of the network address that has made the most of them the oldest, first of those in which nothing was ever done. */
const MOST_ALIVE = 10_000

export function startSweeper(): void {
  perProcess('sweeper', () => setInterval(() => void sweepQuietly(), EVERY).unref())
}

/** A database that does not answer now is swept a minute later. */
async function sweepQuietly(): Promise<void> {
  try {
    await sweep()
  } catch (error) {
    log('sweep_failed', { reason: bugOf(error).name })
  }
}

export async function sweep(now = new Date(), mostAlive = MOST_ALIVE): Promise<void> {
  await sweepEnded(now)
  await sweepSurplus(mostAlive)
  await sweepExpired(new Date(now.getTime() - KEPT_AFTER_EXPIRY))
}

async function sweepEnded(now: Date): Promise<void> {
  for (;;) {
    const where = { expiresAt: { lte: now } }
    const ended = await allSandboxes().sandbox.findMany({ where, select: { id: true }, take: BATCH })
    await destroyEach(ended, 'expired')
    if (ended.length < BATCH) return
  }
}

async function sweepSurplus(mostAlive: number): Promise<void> {
  const surplus = (await allSandboxes().sandbox.count()) - mostAlive
  if (surplus <= 0) return
  const inUse = new Set(knownIds())
  const oldest = await allSandboxes().sandbox.findMany({
    select: { id: true },
    orderBy: { createdAt: 'asc' },
  })
  const idle = oldest.filter(({ id }) => !inUse.has(id))
  await destroyEach(firstToGo(idle, surplus), 'surplus')
}

/** Whose a sandbox is, and that nothing was done in it, only its process knows: one of before a restart stands alone. */
function firstToGo(idle: { id: string }[], surplus: number): { id: string }[] {
  const share = new FairShare<boolean>()
  for (const { id } of idle) share.set(id, whoseIs(id) ?? id, isUntouched(id))
  return Array.from({ length: Math.min(surplus, idle.length) }, () => {
    const id = share.surplus(0, (untouched) => untouched)!
    share.delete(id)
    return { id }
  })
}

async function destroyEach(sandboxes: { id: string }[], because: 'expired' | 'surplus'): Promise<void> {
  for (const { id } of sandboxes) {
    await destroySandbox(id, because)
    await others()
  }
}

/**
 * By the real clock: a sandbox clock only runs ahead of it, so that what has expired here has expired there,
 * even after the clock is turned back to now.
 */
async function sweepExpired(before: Date): Promise<void> {
  for (const { sweeps } of Object.values(ROWS))
    for (const sweep of sweeps) await inBatches(() => sweep(allSandboxes(), before, BATCH))
}

async function inBatches(remove: () => Promise<{ count: number }>): Promise<void> {
  while ((await remove()).count === BATCH) await others()
}
