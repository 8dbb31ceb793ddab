/** How an exchange ended, in one word. Pure. */

import type { Exchange } from '@/lib/trace/model/exchange'

export const OUTCOMES = ['let-in', 'refused', 'failed'] as const
export type ToldOutcome = (typeof OUTCOMES)[number]

export function outcomeOf({ response }: Exchange): ToldOutcome {
  if (!response || response.status >= 500) return 'failed'
  return response.status >= 400 ? 'refused' : 'let-in'
}

/** It goes with an act, or opens a page: nobody asked for it by itself. */
export const isLook = ({ action }: Exchange): boolean =>
  action === 'cart.read' || action === 'me' || action === 'refresh'
