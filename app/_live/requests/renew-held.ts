import { verdictOf } from '@/lib/reading/timeline/verdict'
import { VISITOR_DEVICES, type VisitorDevice } from '@/lib/reading/visitor-device'
import { useLive } from '../state/store'
import { clientOf, holdsSignIn } from './clients'

/** jwt: a new access token for each sign-in that stands, so that what the dials say is true of the token in hand. */
export async function renewHeld(): Promise<void> {
  const held = VISITOR_DEVICES.filter((device) => holdsSignIn('jwt', device) && !isEnding(device))
  await Promise.all(held.map((device) => clientOf('jwt', device)?.renew()))
}

/** A forced sign-out has ended its family: nothing renews it. */
function isEnding(device: VisitorDevice): boolean {
  const { desk, exchanges, dials } = useLive.getState()
  const { tolerance } = dials.jwt
  const act = desk.at(-1) ?? null
  return verdictOf({ strategy: 'jwt', device, act, exchanges, now: 0, tolerance }).kind !== 'none'
}
