/** Puts an act of the owner on the timeline. */
import type { Dials, Position } from '@/lib/strategies/dials'
import { STRATEGIES } from '@/lib/strategies/strategy'
import type { OwnerAct, OwnerActDraft } from '@/lib/trace/model/owner-act'
import type { Timeline } from '@/lib/trace/publish/timeline'
import type { OwnedSandbox } from '../world/sandbox'
import type { Act } from './act-schema'

type Said = Omit<OwnerActDraft, 'at' | 'sandboxAt'>

/** @param at when it began, by the server's clock: requests that it hit come after it */
export function noteAct(
  { clock }: Pick<OwnedSandbox, 'clock'>,
  timeline: Timeline,
  said: Said,
  at: Date = new Date(),
): OwnerAct {
  const sandboxAt = new Date(at.getTime() + clock.offsetSeconds * 1000)
  return timeline.noteAct({ ...said, at: at.toISOString(), sandboxAt: sandboxAt.toISOString() })
}

/** What of an act is worth telling. `device`: only where one was ended. */
export function saidOf(act: Act, device?: OwnerAct['device']): Said {
  const said: Said = { act: act.act, strategy: 'strategy' in act ? act.strategy : null }
  if ('email' in act) said.email = act.email
  if (act.act === 'rotate-keys') said.keepPrevious = act.keepPrevious
  if (act.act === 'set-discount') said.discount = act.discount
  return device ? { ...said, device } : said
}

export function movedDials(before: Dials, now: Dials): NonNullable<OwnerAct['dials']> {
  return STRATEGIES.flatMap((strategy) => {
    const was: Record<string, Position> = before[strategy]
    return Object.entries<Position>(now[strategy])
      .filter(([name, value]) => was[name] !== value)
      .map(([name, value]) => ({ strategy, name, value, was: was[name]! }))
  })
}
