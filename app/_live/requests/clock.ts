/** The sandbox clock: the server's clock, turned by this visitor. The browser's own stays as it is. */

import { useLive } from '../state/store'
import { type ClockAnswer, control } from './control'
import { isOk } from './http'

/** Milliseconds since the epoch by the sandbox clock. */
export function sandboxNow(): number {
  const { serverAhead, clockOffset } = useLive.getState()
  return Date.now() + serverAhead + clockOffset * 1000
}

/**
 * A moment of this browser's clock by the server's, which is not turned. Never too late: the server's word was on its way for a while.
 * @param ms milliseconds since the epoch
 */
export const serverTime = (ms: number): number => ms + useLive.getState().serverAhead

/** Sets both offsets from the server's word; true to the time the answer took. */
export function noteClock({ now, offsetSeconds }: ClockAnswer): void {
  const serverAhead = Date.parse(now) - offsetSeconds * 1000 - Date.now()
  useLive.setState({ clockOffset: offsetSeconds, serverAhead })
}

/** false: the server did not turn it. */
export async function turnClock(turn: { advanceSeconds: number } | { reset: true }): Promise<boolean> {
  const answer = await control<ClockAnswer>('POST', '/clock', turn)
  if (!isOk(answer) || !answer.body) return false
  noteClock(answer.body)
  return true
}
