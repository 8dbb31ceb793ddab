// What was wanted of a class, and whether it is so.
import { quantile } from '../statistics.ts'
import type { Classes } from './classes.ts'
import { costOf, peakOf, slowerOf, toldOf } from './report.ts'

const MOST = { slower: 5, told: 100, resident: 600, cost: 2, later: 1.25 }

export type Goal = [goal: string, what: string, value: string, wanted: string, verdict: string]

const metIf = (isMet: boolean) => (isMet ? 'met' : 'missed')

/** Of the last class: it meets a server that has held all the others. */
export function goalsOf({ classes, options }: Classes): Goal[] {
  const last = classes.at(-1)!
  const of = `${last.visitors} visitors, every ${options.every} s`
  const goals: Goal[] = [
    ['G11', `${of}: got in`, `${last.here} of ${last.visitors}`, 'all', metIf(last.here === last.visitors)],
  ]
  const told = quantile(toldOf(last), 0.95)
  goals.push([
    'G11',
    `${of}: panel told, 95 %`,
    `${told.toFixed(0)} ms`,
    `≤ ${MOST.told} ms`,
    metIf(told <= MOST.told),
  ])
  if (last.bare.length > 0) {
    const slower = slowerOf(last)
    const wanted = `≤ ${MOST.slower}`
    goals.push([
      'G11',
      `${of}: answers at 95 %, to the bare handler's`,
      slower.toFixed(1),
      wanted,
      metIf(slower <= MOST.slower),
    ])
  }
  const peak = peakOf(classes)
  if (peak > 0)
    goals.push([
      'G11',
      `resident after ${classes.length} in a row`,
      `${peak.toFixed(0)} MB`,
      `≤ ${MOST.resident} MB`,
      metIf(peak <= MOST.resident),
    ])
  if (classes.length > 1) {
    const later = slowerThanFirst(classes)
    goals.push([
      'G11',
      `answers of the last of ${classes.length} at 95 %, to the first`,
      later.toFixed(2),
      `≤ ${MOST.later}`,
      metIf(later <= MOST.later),
    ])
  }
  const cost = costOf(last)
  if (cost)
    goals.push([
      'G13',
      `${of}: processor time of a watched change, to the bare handler's`,
      `${cost.ratio.toFixed(2)} (${cost.low.toFixed(2)}–${cost.high.toFixed(2)})`,
      `≤ ${MOST.cost}`,
      metIf(cost.high <= MOST.cost),
    ])
  return goals
}

/** Where the bare handler was measured, too, beside it: the machine may have been slower. */
function slowerThanFirst(classes: Classes['classes']): number {
  const of = (one: Classes['classes'][number]) =>
    one.bare.length > 0
      ? slowerOf(one)
      : quantile(
          one.lanes.flatMap(({ seen }) => seen.answers),
          0.95,
        )
  return of(classes.at(-1)!) / of(classes[0]!)
}
