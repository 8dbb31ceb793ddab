/** The support desk's forced sign-out, and the real requests that show what it did. */

import type { DeskAct } from '@/lib/reading/timeline/desk-act'
import type { VisitorDevice } from '@/lib/reading/visitor-device'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { backToLive } from '../state/cursor'
import { addDeskAct, useLive } from '../state/store'
import { act, devicesLastShown, looked } from './acts'
import { clientOf, holdsSignIn } from './clients'
import { sandboxNow } from './clock'
import { control } from './control'
import { isOk } from './http'

/** After the token's end, so that the request arrives when it has passed. Milliseconds. */
const MARGIN = 300
/** The longest delay a timer takes. */
const LONGEST_DELAY = 2 ** 31 - 1

/** null: the desk could not do it. Without `only`: in all lanes. */
export async function forceSignOut(email: string, only?: StrategyName): Promise<DeskAct | null> {
  const lanes = only ? [only] : STRATEGIES
  const answer = await control<DeskAct>('POST', '/force-sign-out', { email, strategy: only })
  if (!isOk(answer) || !answer.body) return null
  const done: DeskAct = { ...answer.body, act: 'force-sign-out' }
  addDeskAct(done)
  backToLive()
  const holding = devicesLastShown().filter((device) =>
    lanes.some((lane) => holdsSignIn(lane, device, email)),
  )
  const renewing = lanes.includes('jwt') ? holding.filter((device) => holdsSignIn('jwt', device, email)) : []
  if (lanes.includes('jwt')) plan(done, renewing)
  // The jwt lane cannot renew any more; that first, so that the lockstep after it is one step.
  await Promise.all(renewing.map((device) => clientOf('jwt', device)?.renew()))
  for (const device of holding) await act(lanes, device, { act: 'cart.read' })
  return done
}

interface Due {
  /** Milliseconds since the epoch by the sandbox clock. */
  at: number
  sandbox: string | undefined
  devices: VisitorDevice[]
  email: string
}

let due: Due | null = null
let timer: ReturnType<typeof setTimeout> | undefined

/** The last access token ends by itself: one request right after shows it. Planned anew when the clock is turned. */
function plan({ lanes, email }: DeskAct, devices: VisitorDevice[]) {
  const end = lanes.jwt.credentialsAliveUntil
  due = end ? { at: Date.parse(end) + MARGIN, sandbox: useLive.getState().sandbox?.id, devices, email } : null
  replan()
}

function replan() {
  clearTimeout(timer)
  if (due) timer = setTimeout(ask, Math.min(LONGEST_DELAY, Math.max(0, due.at - sandboxNow())))
}

async function ask() {
  if (!due || due.sandbox !== useLive.getState().sandbox?.id) return
  if (sandboxNow() < due.at) return replan()
  const { devices, email } = due
  due = null
  // What is under way may already have shown it.
  await looked()
  await Promise.all(devices.map((device) => clientOf('jwt', device)?.idle()))
  for (const device of devices)
    if (holdsSignIn('jwt', device, email)) await act(['jwt'], device, { act: 'cart.read' })
}

useLive.subscribe((now, before) => {
  if (now.clockOffset !== before.clockOffset || now.serverAhead !== before.serverAhead) replan()
})
