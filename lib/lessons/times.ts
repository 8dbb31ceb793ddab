/** How long each step of a lesson takes: what the lesson takes, shared out by what is done in it. Pure. */
import type { Lesson, LessonStep } from './lesson'

/** Seconds: for one alone who knows how, and with a class that talks about it. */
export interface TimeSpan {
  least: number
  most: number
}

/** Nothing is shorter, and nobody plans more finely. */
const HALF_MINUTE = 30

/** A class votes and argues before the act; one alone spends the time on it. */
const WEIGHT = {
  predict: { least: 2, most: 4 },
  act: { least: 3, most: 4 },
  see: { least: 2, most: 3 },
  read: { least: 2, most: 3 },
  check: { least: 2, most: 4 },
} as const satisfies Record<LessonStep['do'], TimeSpan>

/** One of each step, in order. */
export function stepSpans({ minutes, steps }: Pick<Lesson, 'minutes' | 'steps'>): TimeSpan[] {
  const least = shared(
    minutes.alone * 60,
    steps.map((step) => WEIGHT[step.do].least),
  )
  const most = shared(
    minutes.class * 60,
    steps.map((step) => WEIGHT[step.do].most),
  )
  return steps.map((_, i) => ({ least: least[i]!, most: most[i]! }))
}

/** In half minutes, and in all exactly the whole: what is left goes to those that lost most by it. */
function shared(seconds: number, weights: readonly number[]): number[] {
  const halves = seconds / HALF_MINUTE
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const shares = weights.map((weight) => (halves * weight) / all)
  const left = halves - shares.reduce((sum, share) => sum + Math.floor(share), 0)
  const lost = (i: number) => shares[i]! - Math.floor(shares[i]!)
  const more = new Set(
    weights
      .map((_, i) => i)
      .toSorted((a, b) => lost(b) - lost(a) || a - b)
      .slice(0, left),
  )
  return shares.map((share, i) => (Math.floor(share) + (more.has(i) ? 1 : 0)) * HALF_MINUTE)
}

export const spanOf = ({ minutes }: Pick<Lesson, 'minutes'>): TimeSpan => ({
  least: minutes.alone * 60,
  most: minutes.class * 60,
})

export const together = (spans: readonly TimeSpan[]): TimeSpan => ({
  least: spans.reduce((sum, { least }) => sum + least, 0),
  most: spans.reduce((sum, { most }) => sum + most, 0),
})
