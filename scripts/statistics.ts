// What many measured values come to: ratios of one run, and how far they can be believed.

const SAMPLES = 4000

export type Ratio = ReturnType<typeof ratioOf>

/** Mean of the ratios round by round, and the interval that holds 95 % of the means of resampled rounds. */
export function ratioOf(measured: readonly number[], floor: readonly number[]) {
  const ratios = measured.map((value, round) => value / floor[round]!)
  const means = Array.from({ length: SAMPLES }, () =>
    mean(ratios.map(() => ratios[Math.floor(Math.random() * ratios.length)]!)),
  )
  means.sort((a, b) => a - b)
  return {
    ratio: mean(ratios),
    low: means[SAMPLES * 0.025]!,
    high: means[SAMPLES * 0.975 - 1]!,
    rounds: ratios.length,
  }
}

export const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** So much of the values, 0 to 1, lies below; 0 where there are none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0
}

export const median = (values: readonly number[]) => quantile(values, 0.5)
