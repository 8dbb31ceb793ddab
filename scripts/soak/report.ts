// What a soak came to, on the screen and for docs/soak.md.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Cell, conditions, load, table } from '../machine.ts'
import { root, say } from '../say.mjs'
import { mean, quantile } from '../statistics.ts'

export const SECONDS = Number(process.env.SOAK_SECONDS || 600)
export const PER_SECOND = 50
export const VISITORS = 12
/** Growth of what is alive that is not noise, in MB a minute, over the second half. */
const MOST_GROWTH = 1
/** Seconds between two looks at what is alive: each begins with a collection. */
export const LOOK_EVERY = 20
/** Seconds. Before that memory still grows to what the collector finds worth its while. */
const LONG_ENOUGH = 300
/** The second half to the first, of 99 in 100. Milliseconds say who else is on the machine. */
const SLOWER = 2
const VERDICTS = new Map<boolean | null, string>([
  [true, 'as promised'],
  [false, '**not so**'],
  [null, 'too short a run to say'],
])

/** When, in milliseconds from the beginning, and MB. */
type Point = [at: number, megabytes: number]

export interface Seen {
  /** Milliseconds of each request. */
  times: number[]
  /** How often each was answered; 0: not at all. */
  statuses: Map<number, number>
  /** The heap after a collection. */
  alive: Point[]
  /** MB. */
  resident: number[]
}

/** `good`: null: nobody can say. */
type Line = [what: string, found: Cell, wanted: string, good: boolean | null]

export function report({ times, statuses, alive, resident }: Seen, left: number) {
  const failed = [...statuses].reduce(
    (sum, [status, count]) => sum + (status === 0 || status >= 500 ? count : 0),
    0,
  )
  const growth = slopeOf(lowsOf(alive.slice(Math.floor(alive.length / 2))))
  const grows = SECONDS >= LONG_ENOUGH ? growth > MOST_GROWTH : null
  const middle = Math.floor(times.length / 2)
  const slower = quantile(times.slice(middle), 0.99) / quantile(times.slice(0, middle), 0.99)
  const answers = [...statuses].map(([status, count]) => `${count} × ${status || 'none'}`).join(', ')
  const lines: Line[] = [
    ['requests', `${times.length}: ${answers}`, 'no 5xx, none without an answer', failed === 0],
    [
      'time',
      `${quantile(times, 0.5).toFixed(0)} ms (half), ${quantile(times, 0.99).toFixed(0)} ms (99 %); in the second half ${slower.toFixed(2)} times the first (99 %)`,
      `${SLOWER} times`,
      slower <= SLOWER,
    ],
    [
      'memory',
      `alive ${alive.at(0)?.[1].toFixed(0)} MB at first, ${alive.at(-1)?.[1].toFixed(0)} MB at last, ${growth.toFixed(2)} MB a minute in the second half; resident ${Math.max(...resident).toFixed(0)} MB at most`,
      `${MOST_GROWTH} MB a minute`,
      grows === null ? null : !grows,
    ],
    ['rows left', left, 'none, when all sandboxes have ended and the sweeper came', left === 0],
  ]
  say('')
  for (const [what, found] of lines) say(`${what.padEnd(11)}${found}`)
  const ok = lines.every(([, , , good]) => good !== false)
  say(ok ? '\nAs promised.' : '\nNot as promised.')
  writeFileSync(join(root, 'docs/soak.md'), textOf(lines))
  return ok ? 0 : 1
}

function textOf(lines: Line[]) {
  const { when, machine, node } = conditions()
  const rows = lines.map(([what, found, wanted, good]) => [what, found, wanted, VERDICTS.get(good) ?? ''])
  return `# The same load for a while

Written by \`npm run soak\` on ${when}: ${PER_SECOND} requests a second for ${SECONDS} s over the three lanes. ${machine}, Node ${node}, load at the end ${load()}.

${table(['', 'seen', 'wanted', ''], rows)}

- ${VISITORS} visitors, who are signed in, read, add and refresh; every minute others take their place.
- Requests are sent when they are due, whether or not those before are answered.
- 404: a request that was under way when its visitor left.
- Alive is the heap after a collection, every ${LOOK_EVERY} s; growth is the least-squares line through the lowest of each minute of the
  second half, since what visitors leave in memory goes with them once a minute. It is judged from ${LONG_ENOUGH} s on.
- Milliseconds are those of this machine with whatever else ran on it.
`
}

/** The lowest of each minute. */
function lowsOf(points: Point[]): Point[] {
  const minutes = Map.groupBy(points, ([at]) => Math.floor(at / 60_000))
  return [...minutes.values()].map((minute) =>
    minute.reduce((low, point) => (point[1] < low[1] ? point : low)),
  )
}

/** Least squares, in MB a minute. */
function slopeOf(points: Point[]) {
  const x = mean(points.map(([at]) => at))
  const y = mean(points.map(([, megabytes]) => megabytes))
  const over = points.reduce((sum, [at, megabytes]) => sum + (at - x) * (megabytes - y), 0)
  const under = points.reduce((sum, [at]) => sum + (at - x) ** 2, 0)
  return under === 0 ? 0 : (over / under) * 60_000
}
