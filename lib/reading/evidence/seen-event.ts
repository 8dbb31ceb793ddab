/** Which act from outside of the lanes a step looks at. Pure. */

import { rowOf } from '@/lib/shop/operations'
import type { OutsideEvent } from '../timeline/event-id'
import type { Step } from '../timeline/steps-of'

/**
 * The newest before it, as long as nothing was asked since but reads and renewals, this step among them. null: the step did
 * something itself, or nothing came before it.
 * @param events oldest first
 */
export function seenEvent(
  step: Step,
  steps: readonly Step[],
  events: readonly OutsideEvent[],
): OutsideEvent | null {
  const event = events.findLast(({ at }) => at <= step.at)
  if (!event) return null
  const since = steps.filter(({ at, index }) => at >= event.at && index <= step.index)
  return since.every(isLook) ? event : null
}

const isLook = ({ action }: Step) => action === 'refresh' || rowOf(action)?.method === 'GET'
