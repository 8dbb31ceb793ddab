import { useLive } from '../_shop/live'
import { stepsOf } from './steps-of'

/** Chooses a step; the newest one means: live, whatever comes next. */
export function chooseStep(index: number): void {
  const { exchanges, desk } = useLive.getState()
  const newest = stepsOf(exchanges, desk).length - 1
  const wanted = Math.max(0, Math.min(index, newest))
  useLive.setState({ cursor: wanted === newest ? null : wanted })
}
