import { useLive } from './store'
import { sharedSteps } from './use-lane'

/** Chooses a step. The newest of the device on screen means: live, whatever comes next. */
export function chooseStep(index: number): void {
  const { exchanges, desk, device } = useLive.getState()
  const steps = sharedSteps(exchanges, desk)
  const newest = steps.length - 1
  const wanted = Math.max(0, Math.min(index, newest))
  const isLive = wanted === newest && steps[newest]?.device === device
  useLive.setState({ cursor: isLive ? null : wanted })
}

export function backToLive(): void {
  useLive.setState({ cursor: null })
}
