import { readFileSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { guest, newOwner } from '../race-client.mjs'
import { LANES, onStage, quantile, times } from './stage.mjs'

const AT_ONCE = 8
const BATCHES = 100

export default {
  id: 'F12',
  title: 'a crowd: thousands of sandboxes, a cart each, and all of them end',
  goal: 'all are answered, an add within 150 ms (95 %), 600 MB, 200 MB on disk; swept, while others shop on',
  run: ({ quick }) =>
    onStage(async (stage) => {
      const many = quick ? 400 : 10_000
      await stage.start()
      const adds = []
      let left = many
      await times(AT_ONCE, async (nth) => {
        for (; left > 0; nth++) {
          left--
          const owner = await newOwner([stage.origin])
          const jar = await guest(owner, LANES[nth % 3])
          const from = performance.now()
          const { status } = await jar.add('pear')
          adds.push(performance.now() - from)
          if (status !== 200) throw new Error(`add answered ${status}`)
        }
      })
      const late = quantile(adds, 0.95)
      const memory = residentBytes(stage.server.pid) / 1e6
      const disk = statSync(stage.file).size / 1e6
      const swept = await sweep(stage)
      const ok = late <= 150 && memory <= 600 && disk <= 200 && swept.left === 0 && swept.late <= 150
      const note = `add ${late.toFixed(0)} ms (95 %), ${memory.toFixed(0)} MB, ${disk.toFixed(0)} MB on disk; swept in ${swept.seconds.toFixed(0)} s, meanwhile ${swept.late.toFixed(0)} ms`
      return { tried: `${many} sandboxes`, lost: swept.left, ok, note }
    }),
}

/** They all end; one visitor stays and shops while their rows go. */
async function sweep(stage) {
  const staying = await stage.guest('session')
  const other = stage.open()
  other.exec('PRAGMA busy_timeout = 5000')
  const id = staying.base.split('/')[3]
  other.prepare('UPDATE Sandbox SET expiresAt = ? WHERE id <> ?').run('2020-01-01T00:00:00.000+00:00', id)
  const rows = () => other.prepare('SELECT count(*) AS n FROM Sandbox WHERE id <> ?').get(id).n
  const adds = []
  const from = performance.now()
  while (rows() > 0 && performance.now() - from < BATCHES * 3000) {
    const asked = performance.now()
    await staying.add('plum')
    adds.push(performance.now() - asked)
    await sleep(20)
  }
  const left = rows()
  other.close()
  return { left, seconds: (performance.now() - from) / 1000, late: quantile(adds, 0.95) }
}

/** Resident set of a process, in octets; 0 where the system does not say. */
export function residentBytes(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024
  } catch {
    return 0
  }
}
