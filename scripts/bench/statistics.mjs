// Ratios of one run, and how far they can be believed.

const SAMPLES = 4000

/** Mean of the ratios round by round, and the interval that holds 95 % of the means of resampled rounds. */
export function ratioOf(measured, floor) {
  const ratios = measured.map((value, round) => value / floor[round])
  const means = Array.from({ length: SAMPLES }, () =>
    mean(ratios.map(() => ratios[Math.floor(Math.random() * ratios.length)])),
  )
  means.sort((a, b) => a - b)
  return {
    ratio: mean(ratios),
    low: means[SAMPLES * 0.025],
    high: means[SAMPLES * 0.975 - 1],
    rounds: ratios.length,
  }
}

export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
