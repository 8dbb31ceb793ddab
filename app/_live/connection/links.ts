/** The place a visitor is at, as a link: device, view, lane and step. Pure. */

import { VISITOR_DEVICES } from '@/lib/reading/visitor-device'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { type LiveState, VIEWS } from '../state/types'

export type ViewPlace = Pick<LiveState, 'device' | 'view' | 'cursor'>

/** What the link does not say, or says wrongly, is as at first sight. */
export function placeOf(query: URLSearchParams): ViewPlace & { lane: StrategyName } {
  const step = Number(query.get('step') ?? Number.NaN)
  return {
    device: VISITOR_DEVICES.find((device) => device === query.get('device')) ?? 'laptop',
    view: VIEWS.find((view) => view === query.get('view')) ?? VIEWS[0],
    lane: STRATEGIES.find((lane) => lane === query.get('lane')) ?? 'cookie',
    cursor: Number.isInteger(step) && step >= 1 ? step - 1 : null,
  }
}

/** "" or "?device=phone&view=stored&step=4": only what differs from first sight. */
export function queryOf({ device, view, cursor }: ViewPlace): string {
  const query = new URLSearchParams()
  if (device !== 'laptop') query.set('device', device)
  if (view !== VIEWS[0]) query.set('view', view)
  if (cursor !== null) query.set('step', String(cursor + 1))
  return query.size > 0 ? `?${query}` : ''
}

/** Two parts of a query, either of which may be empty. */
export function withMore(query: string, more: string): string {
  if (more === '') return query
  return `${query === '' ? '?' : `${query}&`}${more}`
}

/** To a lane's own page, or with null to the three side by side, keeping the place. Without the language prefix. */
export function linkTo(lane: StrategyName | null, place: ViewPlace): string {
  return `/${lane ?? ''}${queryOf(place)}`
}
