/** What the mark of an exchange on the timeline says. Pure. */
import type { Exchange } from '@/lib/trace/model/exchange'

/** `none`: no answer came. A cookie that was set is a write too: that is where the cookie lane writes. */
export type MarkKind = 'read' | 'wrote' | 'refused' | 'none'

export function markOf({ response, cost }: Exchange): MarkKind {
  if (!response) return 'none'
  if (response.status >= 400) return 'refused'
  const sets = response.headers.some(([name]) => name.toLowerCase() === 'set-cookie')
  return sets || cost.writes > 0 ? 'wrote' : 'read'
}

/** "POST cart/items": method and what follows the device in the target. */
export function actionText({ request }: Exchange): string {
  const rest = request.target.split('?')[0]!.split('/').slice(5).join('/')
  return `${request.method} ${rest}`
}

/** The same, short enough for a column: "POST items". */
export function shortAction({ request }: Exchange): string {
  const parts = request.target.split('?')[0]!.split('/').slice(5)
  const last = parts[1] === 'items' ? 'items' : (parts[0] ?? '')
  return `${request.method} ${last}`
}
