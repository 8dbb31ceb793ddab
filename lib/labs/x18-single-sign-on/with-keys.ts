/** Acts that are about keys: making a token without being asked, another key, a removed one, and kids that nobody has. */
import type { Reply } from '../stage/client'
import { judged } from './judge'
import type { SsoOutcome, SsoScene } from './moments'

export async function mint({ stage: { found }, sso }: SsoScene): Promise<void> {
  const reply = await sso.member.mint()
  found('mint', reply.status === 200 ? 'lets-in' : 'refused', reply)
}

/** Seconds since the last fetch after which a site may fetch again for an unknown kid, and a minute's keys are stale. */
const A_WHILE = 120
/** Seconds after the change at which is asked again, by the clock of the run. */
const STEPS = [0, 10, 30, 60, 120, 300, 600, 900]

/** @param ask at each step, until it answers true. @returns the seconds of that step; null: not within the last */
export async function firstStep(
  { stage: { desk } }: SsoScene,
  ask: () => Promise<boolean>,
  steps: readonly number[] = STEPS,
): Promise<number | null> {
  let passed = 0
  for (const step of steps) {
    if (step > passed) await desk.later(step - passed)
    passed = step
    if (await ask()) return step
  }
  return null
}

/** Another key signs from now on. Mina signs in anew each time: is her token known? */
export async function newKey(scene: SsoScene): Promise<void> {
  const { stage, sso } = scene
  await stage.desk.later(A_WHILE)
  await sso.reviews.signIn()
  await sso.reviews.me()
  await sso.issuer.rotate()
  let reply: Reply | null = null
  const seconds = await firstStep(scene, async () => {
    await sso.reviews.signIn()
    reply = await sso.reviews.me()
    return reply.status === 200
  })
  const outcome = seconds === null ? 'locked-out' : seconds === 0 ? 'known-at-once' : 'known-late'
  stage.found('new-key', outcome, reply!, { seconds: seconds ?? STEPS.at(-1)! })
}

/** The first key has become known to somebody, and is taken out of the set. How long does a site go on trusting it? */
export async function removedKey(scene: SsoScene): Promise<void> {
  const { stage, sso } = scene
  sso.issuer.removeOldest()
  let reply: Reply | null = null
  const seconds = await firstStep(scene, async () => {
    reply = await sso.member.withRemovedKey()
    return reply.status !== 200
  })
  const outcome = stage.strategy === 'jwt' ? lateness(seconds) : judged(scene, reply!)
  stage.found('removed-key', outcome, reply!, { seconds: seconds ?? STEPS.at(-1)! })
}

const MINUTE = 60
const HOUR = 60 * MINUTE

export function lateness(seconds: number | null): SsoOutcome {
  if (seconds === null) return 'never'
  if (seconds === 0) return 'at-once'
  if (seconds <= MINUTE) return 'in-a-minute'
  return seconds < HOUR ? 'minutes-later' : 'hours-later'
}

const TOKENS = 10

/** Whoever has nothing at all sends tokens with kids of his own. What does that cost the authorization server? */
export async function strangeKids({ stage, sso }: SsoScene): Promise<void> {
  await stage.desk.later(A_WHILE)
  const before = sso.reviews.questions
  const reply = await sso.member.withStrangeKids(TOKENS)
  const questions = sso.reviews.questions - before
  const outcome = questions === 0 ? 'no-fetch' : questions === 1 ? 'one-fetch' : 'fetch-each'
  stage.found('strange-kids', outcome, reply, { tokens: TOKENS, questions })
}
