// What classes have come to: lines for the screen and for docs/benchmarks.md.
import { type Cell, table } from '../machine.ts'
import { mean, quantile, ratioOf } from '../statistics.ts'
import type { Classes } from './classes.ts'
import type { Profile } from './profile.ts'
import type { OneClass, Slice } from './run.ts'

const PARTS = [0.5, 0.95, 0.99]
const TWO = [0.5, 0.95]
const decimals = (value: number) => (value < 20 ? value.toFixed(1) : value.toFixed(0))
const spread = (values: readonly number[], parts = PARTS) =>
  values.length === 0 ? '' : parts.map((part) => decimals(quantile(values, part))).join(' / ')
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
const answersOf = (slices: readonly Slice[]) => slices.flatMap(({ seen }) => seen.answers)
const each = ({ busy, seen }: Slice) => busy / seen.answers.length

/** Requests a second that were answered, of those that were wanted. */
function rateOf(slices: readonly Slice[], wanted: boolean) {
  const seconds = sum(slices.map(({ milliseconds }) => milliseconds)) / 1000
  const rate = (answersOf(slices).length / seconds).toFixed(0)
  return wanted ? `${rate} of ${slices[0]?.wanted.toFixed(0)}` : rate
}

/** The bare handler: round by round, as ratios of one run. */
export function costOf({ bare, lanes }: OneClass) {
  if (bare.length === 0 || Number.isNaN(bare[0]!.busy)) return null
  return ratioOf(lanes.map(each), bare.map(each))
}

export const slowerOf = ({ bare, lanes }: OneClass) =>
  quantile(answersOf(lanes), 0.95) / quantile(answersOf(bare), 0.95)

export const toldOf = ({ lanes }: OneClass) => lanes.flatMap(({ seen }) => seen.told)

/** MB: the most that was resident with a class there, or after it. */
export const peakOf = (classes: readonly OneClass[]) =>
  Math.max(...classes.flatMap(({ memory: { within, after } }) => [within, after]))

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
  const { begin, bare, lanes, memory, visitors } = one
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
    rateOf(slices, slices[0] !== begin),
    troubleOf(slices),
    processor(slices),
    ratio,
    told,
    resident,
  ]
  const told = spread(toldOf(one), TWO)
  const ratio = cost ? `${cost.ratio.toFixed(2)} (${cost.low.toFixed(2)}–${cost.high.toFixed(2)})` : ''
  const resident = `${memory.before.toFixed(0)} → ${memory.within.toFixed(0)} → ${memory.after.toFixed(0)}`
  return [
    row('beginning', [begin], '', '', ''),
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

export const functionRows = ({ functions, requests }: Profile): Cell[][] =>
  functions.map(([name, milliseconds]) => [name, ((1000 * milliseconds) / requests).toFixed(1)])

/** From the click to the painted panel. */
export function paintedWords({ painted, classes, options }: Classes): string[] {
  if (!painted) return []
  const one = ({ times, lost }: { times: number[]; lost: number }) =>
    `${spread(times, TWO)} ms (50 / 95 % of ${times.length}${lost > 0 ? `, ${lost} not painted in time` : ''})`
  const others = `${classes.at(-1)!.here} others who act every ${options.every} s`
  return [
    `From the click on an act in all lanes to the painted panel, in Chromium on the same machine: ${one(painted.alone)} alone, ${one(painted.besides)} beside ${others}`,
  ]
}

export function lineWords({ line }: Classes): string[] {
  if (!line) return []
  const { learners, served, told, longest, last, tries } = line
  return [
    `${learners} sign in at once, each with a password of the own, a hash each: ${served} are in after ${last.toFixed(1)} s; ${told} were told to come again, in ${longest} s at most, and nobody asked more than ${tries} times`,
  ]
}

export const classTable = (classes: readonly OneClass[]) => table(HEAD, classes.flatMap(rowsOf))
