import { existsSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { numberOf } from '../copies.ts'
import { residentBytes } from '../machine.ts'
import { quantile } from '../statistics.ts'
import { guest, newOwner } from '../visitors.ts'
import type { Fault } from './fault.ts'
import { LANES, onStage, type Stage, times } from './stage.ts'

const AT_ONCE = 8
/** MB, with the sandboxes that memory has room for (lib/sandbox/world/registry.ts) and the others in the database. */
const MEMORY = 600
const DISK = 200
/** The last quarter of the crowd to the first, half of the adds. */
const SLOWER = 2
/** Of the time that sweeping takes: what it may hold up one visitor at once. */
const HELD_UP = 0.25
/** Seconds. The sweeper comes once a minute. */
const SWEPT_WITHIN = 360

export default {
  id: 'F12',
  title: 'a crowd: thousands of sandboxes, a cart each, and all of them end',
  goal: `all are answered, the last quarter in ${SLOWER} times of the first at most; ${MEMORY} MB, ${DISK} MB on disk; health 200; swept, while others shop on`,
  run: ({ quick }) =>
    onStage(async (stage) => {
      const many = quick ? 400 : 10_000
      await stage.start()
      const adds = await crowd(stage, many)
      const quarter = Math.floor(many / 4)
      const slower = quantile(adds.slice(-quarter), 0.5) / quantile(adds.slice(0, quarter), 0.5)
      const memory = residentBytes(stage.server.pid) / 1e6
      const disk = octetsOn(stage) / 1e6
      const health = await stage.health()
      const swept = await sweep(stage)
      const after = residentBytes(stage.server.pid) / 1e6
      const fits = memory <= MEMORY && after <= MEMORY && disk <= DISK && health === 200
      const ok = slower <= SLOWER && fits && swept.left === 0 && swept.heldUp <= HELD_UP
      const note = [
        `add ${quantile(adds, 0.95).toFixed(0)} ms (95 %) with ${AT_ONCE} at once, the last quarter ${slower.toFixed(2)} times the first`,
        `${memory.toFixed(0)} MB, ${disk.toFixed(0)} MB on disk, health ${health}`,
        `swept in ${swept.seconds.toFixed(0)} s, an add meanwhile ${swept.late.toFixed(0)} ms (95 %), ${swept.longest.toFixed(0)} ms at most; ${after.toFixed(0)} MB then`,
      ].join('; ')
      return { tried: `${many} sandboxes`, lost: swept.left, ok, note }
    }),
} satisfies Fault

/** Milliseconds of one add of each, in order. */
async function crowd(stage: Stage, many: number) {
  const adds: number[] = []
  let left = many
  await times(AT_ONCE, async (nth) => {
    for (; left > 0; nth++) {
      left--
      const owner = await newOwner([stage.origin])
      const client = await guest(owner, LANES[nth % 3]!)
      const from = performance.now()
      const { status } = await client.add('pear')
      adds.push(performance.now() - from)
      if (status !== 200) throw new Error(`add answered ${status}`)
    }
  })
  return adds
}

/** With what has not been taken over into the file yet. */
const octetsOn = ({ file }: Stage) =>
  [file, `${file}-wal`].reduce((sum, path) => sum + (existsSync(path) ? statSync(path).size : 0), 0)

/** They all end; one visitor stays and shops while their rows go. */
async function sweep(stage: Stage) {
  const staying = await stage.guest('session')
  const other = stage.open()
  other.exec('PRAGMA busy_timeout = 5000')
  const id = staying.path.split('/')[3]!
  other.prepare('UPDATE Sandbox SET expiresAt = ? WHERE id <> ?').run('2020-01-01T00:00:00.000+00:00', id)
  const rows = () => numberOf(other, 'SELECT count(*) FROM Sandbox WHERE id <> ?', id)
  const [all, until] = [rows(), performance.now() + 1000 * SWEPT_WITHIN]
  const adds = []
  let began: number | null = null
  while (rows() > 0 && performance.now() < until) {
    const asked = performance.now()
    await staying.add('plum')
    if (began === null && rows() < all) began = asked
    if (began !== null) adds.push(performance.now() - asked)
    await sleep(50)
  }
  const left = rows()
  other.close()
  const took = performance.now() - (began ?? until)
  const longest = Math.max(0, ...adds)
  return { left, seconds: took / 1000, late: quantile(adds, 0.95), longest, heldUp: longest / took }
}
