import { idOfEvent } from '@/lib/reading/timeline/event-id'
import { useLive } from './store'
import { sharedSteps } from './use-lane'

/** Chooses a step. The newest of the device on screen means: live, whatever comes next. */
export function chooseStep(index: number): void {
  const { exchanges, desk, device } = useLive.getState()
  const steps = sharedSteps(exchanges, desk)
  const newest = steps.length - 1
  const wanted = Math.max(0, Math.min(index, newest))
  const isLive = wanted === newest && steps[newest]?.device === device
  useLive.setState({ cursor: isLive ? null : wanted, event: null })
}

/** Opens an event. The shops are as they were right before it; of the newest that is live. One that is not known is not opened. */
export function chooseEvent(id: string): void {
  const live = useLive.getState()
  const event = [...live.desk, ...live.acts].find((one) => idOfEvent(one) === id)
  if (!event) return
  const steps = sharedSteps(live.exchanges, live.desk)
  const before = steps.findLastIndex(({ at }) => at < event.at)
  const isLive = before === steps.length - 1
  useLive.setState({ cursor: isLive ? null : Math.max(0, before), event: id })
}

export function backToLive(): void {
  useLive.setState({ cursor: null, event: null })
}
