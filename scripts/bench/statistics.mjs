// Ratios of one run, and how far they can be believed.

/** Mean of the ratios round by round, and the interval that holds 95 % of the means of resampled rounds. */
export function ratioOf(measured, floor) {
  const ratios = measured.map((value, round) => value / floor[round])
  const means = Array.from({ length: 4000 }, () =>
    mean(ratios.map(() => ratios[Math.floor(Math.random() * ratios.length)])),
  )
  means.sort((a, b) => a - b)
  return { ratio: mean(ratios), low: means[100], high: means[3899] }
}

export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length
