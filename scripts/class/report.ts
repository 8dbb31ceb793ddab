// What classes have come to: lines for the screen and for docs/benchmarks.md.
import { type Cell, table } from '../machine.ts'
import { mean, quantile, ratioOf } from '../statistics.ts'
import type { Profile } from './profile.ts'
import type { OneClass, Slice } from './run.ts'

const PARTS = [0.5, 0.95, 0.99]
const decimals = (value: number) => (value < 20 ? value.toFixed(1) : value.toFixed(0))
const spread = (values: readonly number[], parts = PARTS) =>
  values.length === 0 ? '' : parts.map((part) => decimals(quantile(values, part))).join(' / ')
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
const answersOf = (slices: readonly Slice[]) => slices.flatMap(({ seen }) => seen.answers)
const each = ({ busy, seen }: Slice) => busy / seen.answers.length

/** Requests a second that were answered, of those that were wanted. */
function rateOf(slices: readonly Slice[]) {
  const seconds = sum(slices.map(({ milliseconds }) => milliseconds)) / 1000
  return `${(answersOf(slices).length / seconds).toFixed(0)} of ${slices[0]?.wanted.toFixed(0)}`
}

/** The bare handler: round by round, as ratios of one run. */
export function costOf({ bare, lanes }: OneClass) {
  if (bare.length === 0 || Number.isNaN(bare[0]!.busy)) return null
  return ratioOf(lanes.map(each), bare.map(each))
}

export const slowerOf = ({ bare, lanes }: OneClass) =>
  quantile(answersOf(lanes), 0.95) / quantile(answersOf(bare), 0.95)

const troubleOf = (slices: readonly Slice[]) => {
  const timedOut = sum(slices.map(({ seen }) => seen.timedOut))
  const refused = sum(slices.map(({ seen }) => seen.refusals))
  const missed = sum(slices.map(({ seen }) => seen.missed))
  return `${timedOut} / ${refused} / ${missed}`
}

export const HEAD = [
  'class',
  'visitors',
  'what',
  'answers 50 / 95 / 99 %, ms',
  'requests/s',
  'timed out / refused / not begun',
  'processor, ms each',
  'to the bare handler (95 %)',
  'panel told 50 / 95 %, ms',
  'resident, MB',
]

export function rowsOf(one: OneClass, nth: number): Cell[][] {
  const { bare, lanes, memory, visitors } = one
  const cost = costOf(one)
  const processor = (slices: Slice[]) => {
    const value = mean(slices.map(each))
    return Number.isNaN(value) ? '' : value.toFixed(2)
  }
  const row = (what: string, slices: Slice[], ratio: string, told: string, resident: string): Cell[] => [
    nth + 1,
    visitors,
    what,
    spread(answersOf(slices)),
    rateOf(slices),
    troubleOf(slices),
    processor(slices),
    ratio,
    told,
    resident,
  ]
  const told = spread(
    lanes.flatMap(({ seen }) => seen.told),
    [0.5, 0.95],
  )
  const ratio = cost ? `${cost.ratio.toFixed(2)} (${cost.low.toFixed(2)}–${cost.high.toFixed(2)})` : ''
  const resident = `${memory.before.toFixed(0)} → ${memory.within.toFixed(0)} → ${memory.after.toFixed(0)}`
  return [
    ...(bare.length > 0 ? [row('bare handler', bare, '1', '', '')] : []),
    row('a change in each lane, watched', lanes, ratio, told, memory.within > 0 ? resident : ''),
  ]
}

/** What was answered in place of what was wanted, and how often. */
export function troubles(classes: readonly OneClass[]): string[] {
  const all = new Map<string, number>()
  for (const { begin, bare, lanes } of classes)
    for (const { seen } of [begin, ...bare, ...lanes])
      for (const [why, count] of seen.refused) all.set(why, (all.get(why) ?? 0) + count)
  return [...all].map(([why, count]) => `${why} × ${count}`)
}

/** MB that each visitor leaves behind, over the classes after the first; and that each takes while there. */
export function memoryWords(classes: readonly OneClass[]): string[] {
  const [first, last] = [classes[0]!, classes.at(-1)!]
  if (first.memory.within === 0) return []
  const taken = (1000 * (first.memory.within - first.memory.before)) / first.visitors
  const words = [`${taken.toFixed(0)} KB resident more for each visitor of the first class`]
  const later = sum(classes.slice(1).map(({ visitors }) => visitors))
  if (later === 0) return words
  const left = (1000 * (last.memory.after - first.memory.after)) / later
  return [
    ...words,
    `${left.toFixed(0)} KB for each of the ${later} visitors of the classes after it, when they have left`,
  ]
}

export function profileRows({ owners, requests }: Profile): Cell[][] {
  const all = sum(owners.map(([, milliseconds]) => milliseconds))
  return [...owners, ['together', all] as const].map(([name, milliseconds]) => [
    name,
    (milliseconds / requests).toFixed(3),
    `${((100 * milliseconds) / all).toFixed(1)} %`,
  ])
}

export const PROFILE_HEAD = ['whose code', 'ms a watched request', 'of all']

export const classTable = (classes: readonly OneClass[]) => table(HEAD, classes.flatMap(rowsOf))
