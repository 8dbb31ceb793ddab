import { useLive } from '@/app/_live/state/store'
import { sharedSteps } from '@/app/_live/state/use-lane'
import { copyText } from '@/app/_ui/copy-text'
import { columnsOf } from '@/lib/reading/timeline/steps-of'
import { fragmentOf, type Lanes, MOST_ACTS } from '@/lib/scenario/acts'
import { scenarioOf } from '@/lib/scenario/scenario-of'

export interface CopiedScenario {
  /** `part`: the oldest steps were let go, so the link begins later than the story did. */
  result: 'copied' | 'part' | 'empty' | 'too-long' | 'failed'
  acts: number
}

/** This page with its dials, and the acts up to the chosen step. */
export async function copyScenario(lanes: Lanes): Promise<CopiedScenario> {
  const { exchanges, desk, acts: owner, cursor, dropped } = useLive.getState()
  const steps = sharedSteps(exchanges, desk)
  const columns = columnsOf(steps, desk, owner)
  const last = columns.findIndex((column) => column.kind === 'step' && column.step.index === cursor)
  const acts = scenarioOf(cursor === null ? columns : columns.slice(0, last + 1), lanes)
  if (acts.length === 0) return { result: 'empty', acts: 0 }
  if (acts.length > MOST_ACTS) return { result: 'too-long', acts: acts.length }
  const copied = await copyText(addressWith(fragmentOf(acts)))
  const result = !copied ? 'failed' : dropped > 0 ? 'part' : 'copied'
  return { result, acts: acts.length }
}

/** Step, view and device belong to this sandbox; the dials go along. */
function addressWith(fragment: string): string {
  const dials = new URLSearchParams(location.search).getAll('dial')
  const query = dials.length > 0 ? `?${dials.map((dial) => `dial=${dial}`).join('&')}` : ''
  return location.origin + location.pathname + query + fragment
}
