/**
 * The grace window: tabs that refresh at once, or an answer that was lost on its way, are not theft. Within the window the token before
 * the current one gets the same successor again, so that a race has one outcome. An older one, or a later second, is the alarm.
 */
import type { Ports } from './ports'
import type { FamilyRow } from './store'

export interface Token {
  value: string
  hash: string
}

/** Random; derived only where it may have to be told again, because whoever has the server's keys could derive it too. */
export function nextToken({ refreshTokens, dials }: Ports, token: Token): Token {
  const derived = dials.jwt.grace > 0 ? refreshTokens.successorsOf(token.value)[0] : undefined
  return derived ?? refreshTokens.make()
}

/** null: the window is over, or this is not the token before the current one. */
export async function successorInGrace(ports: Ports, family: FamilyRow, token: Token): Promise<Token | null> {
  const { grace } = ports.dials.jwt
  if (grace === 0) return null
  const successors = ports.refreshTokens.successorsOf(token.value)
  const current = successors.find(({ hash }) => hash === family.tokenHash)
  if (!current) return null
  const now = ports.now()
  const from = new Date(now.getTime() - grace * 1000)
  return (await ports.families.spentBetween(token.hash, from, now)) ? current : null
}
