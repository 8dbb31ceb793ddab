/** Whether a step that found nothing, or came too late, is why a request was refused. Pure. */
import type { Exchange, PortCall } from '@/lib/trace/model/exchange'

/** What did not check out. All other steps that are not ok are part of the normal course, e.g. a cart without a row. */
const CHECKS: readonly string[] = [
  'seals.unseal',
  'sessionIds.hash',
  'sessions.find',
  'sessions.storeWithin',
  'accessTokens.verify',
  'refreshTokens.hash',
  'families.findByToken',
  'families.insertWithin',
  'denied.has',
]

export function refuses({ ok, port, operation, facts }: PortCall): boolean {
  if (ok) return false
  // Two of one name are refused; none is a visitor whom nobody knows yet.
  if (port === 'cookies') return Number(facts.values) > 1
  return CHECKS.includes(`${port}.${operation}`)
}

/**
 * Where to write the reason of a refusal that no step shows by itself, e.g. a row that was found and had ended: the
 * last step that read something. -1: nothing was refused, or a step says it.
 */
export function reasonStep({ steps, credential }: Pick<Exchange, 'steps' | 'credential'>): number {
  if (!REFUSED.includes(credential.status) || steps.some(refuses)) return -1
  const reader = steps.findLastIndex(({ reads }) => reads > 0)
  return reader >= 0 ? reader : steps.length - 1
}

const REFUSED: readonly string[] = ['refused', 'expired']
