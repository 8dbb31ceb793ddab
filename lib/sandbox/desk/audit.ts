/** What the owner of a sandbox did, for the log. */

import { hashedId } from '@/lib/log/ids'
import { log } from '@/lib/log/log'
import { DIALS, type Dial, type Dials, type Position } from '@/lib/strategies/dials'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import type { ForcedSignOut } from '@/lib/trace/publish/timeline-event'
import type { Act } from './act-schema'

export function tellForced(sandboxId: string, lanes: Partial<Record<StrategyName, ForcedSignOut>>): void {
  for (const strategy of STRATEGIES) {
    const lane = lanes[strategy]
    if (!lane || lane.because === 'not_asked') continue
    const { ended, reached } = lane
    log('forced_sign_out', { sandbox: hashedId(sandboxId), strategy, ended, reached })
  }
}

/** @param answer what the owner was told */
export function tellAct(sandboxId: string, wanted: Act, answer: object): void {
  const where = { sandbox: hashedId(sandboxId), ...('strategy' in wanted && { strategy: wanted.strategy }) }
  if (wanted.act === 'rotate-keys') {
    const { generation } = answer as { generation: number }
    log('keys_rotated', { ...where, generation, keepPrevious: wanted.keepPrevious })
  } else if (wanted.act === 'purge') {
    log('rows_purged', where)
  } else if (wanted.act === 'force-sign-out-device' || wanted.act === 'force-sign-out-everyone') {
    const { ended, reached } = answer as ForcedSignOut
    log('forced_sign_out', { ...where, ended, reached })
  }
}

/** Only what stands on a weak position now and did not before. */
export function tellWeakDials(sandboxId: string, before: Dials, after: Dials): void {
  for (const strategy of STRATEGIES) {
    const [was, is] = [before[strategy], after[strategy]] as [Lane, Lane]
    for (const [dial, { weak }] of Object.entries<Dial>(DIALS[strategy])) {
      const position = is[dial]
      if (position === undefined || position === was[dial] || !weak.includes(position)) continue
      log('weak_dial', { sandbox: hashedId(sandboxId), strategy, dial, position })
    }
  }
}

type Lane = Partial<Record<string, Position>>
