// All of a class sign in at once, each with a password of the own: a hash each. Who has to wait is told for how long, and comes again as the
// page does (app/_live/requests/in-turn.ts).
/** Somebody may have been told to come in three minutes, and once more. */
const MOST_TRIES = 6
/** Passwords that are changed at a time: that costs a hash, too. */
const AT_ONCE = 2

interface Learner {
  isHere: boolean
  changePassword(): Promise<void>
  signIn(): Promise<number | null>
}

export interface LineSeen {
  learners: number
  served: number
  /** Who had to wait, and was told for how long. */
  told: number
  /** Seconds: the longest that anybody was told to wait, and when the last was in. */
  longest: number
  last: number
  /** Of whoever asked most often. */
  tries: number
}

export async function signInAtOnce(all: readonly Learner[]): Promise<LineSeen> {
  const learners = all.filter(({ isHere }) => isHere)
  const waiting = [...learners]
  const change = async () => {
    for (let one = waiting.pop(); one; one = waiting.pop()) await one.changePassword()
  }
  await Promise.all(Array.from({ length: AT_ONCE }, change))
  const from = performance.now()
  const seen = await Promise.all(learners.map((one) => comeAgain(one, from)))
  return {
    learners: learners.length,
    served: seen.filter(({ isIn }) => isIn).length,
    told: seen.filter(({ tries }) => tries > 1).length,
    longest: Math.max(0, ...seen.map(({ longest }) => longest)),
    last: Math.max(0, ...seen.map(({ at }) => at)),
    tries: Math.max(0, ...seen.map(({ tries }) => tries)),
  }
}

async function comeAgain(learner: Learner, from: number) {
  let longest = 0
  for (let tries = 1; ; tries++) {
    const wait = await learner.signIn()
    const at = (performance.now() - from) / 1000
    if (wait === null || Number.isNaN(wait) || tries === MOST_TRIES)
      return { isIn: wait === null, at, longest, tries }
    longest = Math.max(longest, wait)
    await new Promise((resolve) => setTimeout(resolve, 1000 * wait * (1 + Math.random() / 4)))
  }
}
