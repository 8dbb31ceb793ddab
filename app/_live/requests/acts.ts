/** What a visitor can do, in one lane or in several at once. */

import { VISITOR_DEVICES, type VisitorDevice } from '@/lib/reading/visitor-device'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { patchShop, useLive } from '../state/store'
import { clientOf, holdsSignIn } from './clients'
import { turnClock } from './clock'
import type { ShopAct, ShopRequest } from './requests'
import { readShop } from './unread-carts'

/** Lockstep: the lanes start in the same tick. Resolves when all have their answer. */
export async function act(
  lanes: readonly StrategyName[],
  device: VisitorDevice,
  asked: ShopAct,
): Promise<void> {
  await Promise.all(lanes.map((lane) => askIn(lane, device, asked)))
}

async function askIn(lane: StrategyName, device: VisitorDevice, asked: ShopAct) {
  if (asked.act === 'cart.read') return readShop(lane, device)
  const request = completed(asked)
  if (request) await clientOf(lane, device)?.ask(request)
  else patchShop(lane, device, { last: { status: 0, code: 'password_unknown', at: Date.now() } })
}

/** null: the site does not know the password any more; it was changed. */
function completed(asked: Exclude<ShopAct, { act: 'cart.read' }>): ShopRequest | null {
  if (asked.act !== 'sign-in') return asked
  const { email } = asked
  const password = asked.password ?? useLive.getState().users.find((user) => user.email === email)?.password
  return password ? { act: 'sign-in', email, password } : null
}

export async function advance(seconds: number): Promise<void> {
  if (await turnClock({ advanceSeconds: seconds })) await readForced()
}

export async function resetClock(): Promise<void> {
  if (await turnClock({ reset: true })) await readForced()
}

let looking: Promise<void> = Promise.resolve()

/** After a forced sign-out, a turned clock is worth a look: who is refused now? */
function readForced(): Promise<void> {
  if (useLive.getState().desk.length > 0) looking = looking.then(readSignedIn)
  return looking
}

/** Resolves when no such look is under way. */
export const looked = (): Promise<void> => looking

async function readSignedIn() {
  for (const device of devicesLastShown()) {
    const signedIn = STRATEGIES.filter((lane) => holdsSignIn(lane, device))
    await act(signedIn, device, { act: 'cart.read' })
  }
}

/** The device on screen comes last: the newest step is the one that is shown. */
export function devicesLastShown(): VisitorDevice[] {
  const { device } = useLive.getState()
  return VISITOR_DEVICES.toSorted((a, b) => Number(a === device) - Number(b === device))
}
