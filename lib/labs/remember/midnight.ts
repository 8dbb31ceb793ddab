/** Midnight in Korea: nine hours ahead of UTC, and no summer time since 1988. */
const AHEAD = 9 * 3_600_000
const DAY = 24 * 3_600_000

/** The next one: when the day that it is there ends. */
export const midnightInKorea = (now: Date): Date =>
  new Date((Math.floor((now.getTime() + AHEAD) / DAY) + 1) * DAY - AHEAD)
