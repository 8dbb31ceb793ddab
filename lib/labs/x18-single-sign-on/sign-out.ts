/** Mina signs out at the shop. When is she out at the reviews? */
import type { Reply } from '../stage/client'
import { known } from './judge'
import type { SsoScene } from './moments'
import { firstStep, lateness } from './with-keys'

/** Seconds: the lives that there are, and something between. */
const STEPS = [0, 10, 30, 60, 120, 300, 600, 3600, 8 * 3600, 12 * 3600]

export async function signOut(scene: SsoScene): Promise<void> {
  const { stage, sso } = scene
  await sso.shop.signIn()
  await sso.reviews.signIn()
  // A site that knows the old key alone comes back by this and by nothing else.
  if ((await sso.reviews.me()).status !== 200) sso.restart()
  await known(sso.reviews.me())
  await sso.shop.signOut()
  let reply: Reply | null = null
  const seconds = await firstStep(
    scene,
    async () => {
      reply = await sso.reviews.me()
      return reply.status !== 200
    },
    STEPS,
  )
  // Out is who is not let in again without a password.
  const { last } = await sso.reviews.signIn('silent')
  const again = await sso.reviews.me()
  if (again.status === 200) throw new Error(`let in again without a password: ${last.status}`)
  stage.found('out-there', lateness(seconds), reply!, { seconds: seconds ?? STEPS.at(-1)! })
}
