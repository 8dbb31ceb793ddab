import { useLive } from '../_shop/live'
import { sharedSteps } from '../_shop/use-lane'

/** Chooses a step; the newest one means: live, whatever comes next. */
export function chooseStep(index: number): void {
  const { exchanges, desk } = useLive.getState()
  const newest = sharedSteps(exchanges, desk).length - 1
  const wanted = Math.max(0, Math.min(index, newest))
  useLive.setState({ cursor: wanted === newest ? null : wanted })
}
