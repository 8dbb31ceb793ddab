/** The two things that show a forced sign-out: a line of the refusal, and the row that is gone. Pure. */

import type { StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import { changesIn, shortId } from '../evidence/changes'
import type { DeskAct } from '../timeline/desk-act'

/** "401 www-authenticate: Cookie realm=…", as it came. null: that was no refusal. */
export function pinnedLine({ response }: Exchange): string | null {
  if (response?.status !== 401) return null
  const line = response.headers.find(([name]) => name.toLowerCase() === 'www-authenticate')
  return line ? `401 ${line.join(': ')}` : null
}

/** "Session a41f…": the row that was deleted. null: none was, or it is not known any more. */
export function pinnedRow({ changed }: DeskAct, lane: StrategyName): string | null {
  const { before, after } = changed?.[lane] ?? { before: [], after: [] }
  const gone = changesIn(before, after).find(
    ({ mark, artifact }) => mark === 'removed' && artifact.place === 'row',
  )
  return gone ? [gone.artifact.name, shortId(gone.artifact)].filter(Boolean).join(' ') : null
}
