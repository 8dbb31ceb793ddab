/**
 * The checks that an access token went through, in the order of lib/strategies/jwt/credential.ts, jose and strategy.ts, ticked
 * from what the exchange recorded. Where the record gives one reason for several checks, that is what is said. Pure.
 */

import { isCanonical } from '@/lib/codec/base64url-text'
import type { Dials } from '@/lib/strategies/dials'
import type { Exchange } from '@/lib/trace/model/exchange'

export const JWT_CHECKS = [
  'carrier', // one credential, where the dial says and of the form that it has there
  'canonical', // three parts, each in the only spelling of its octets
  'alg',
  'key',
  'signature',
  'typ',
  'required',
  'iss',
  'aud',
  'exp',
  'shape', // every claim of the type that the shop issues
  'user',
  'password', // with the dial `oldTokens`
  'denylist', // with the dial `denylist`
] as const
export type JwtCheck = (typeof JWT_CHECKS)[number]

/** `one-of`: the record says that one of these failed, not which. `off`: a dial would switch it on. */
export type TickState = 'passed' | 'failed' | 'one-of' | 'not-reached' | 'off'

export interface TickedCheck {
  check: JwtCheck
  ticked: TickState
}

/**
 * null: this exchange did not look at an access token.
 * @param oldTokens where that dial stands: the check leaves no step of its own
 */
export function jwtChecks(
  { steps, credential, action }: Pick<Exchange, 'steps' | 'credential' | 'action'>,
  token: string,
  oldTokens: Dials['jwt']['oldTokens'],
): TickedCheck[] | null {
  const verify = steps.find(({ port, operation }) => port === 'accessTokens' && operation === 'verify')
  // The status of a refresh speaks of the refresh token.
  const reason = action === 'refresh' ? null : credential.reason
  if (!verify) return reason === 'doubled' || reason === 'malformed' ? stoppedAt('carrier') : null
  if (verify.facts.status === 'expired') return expired()
  const off: JwtCheck[] = [
    ...(oldTokens === 'accepted' ? ['password' as const] : []),
    ...(steps.some(({ port }) => port === 'denied') ? [] : ['denylist' as const]),
  ]
  if (verify.facts.status === 'valid') return believed(reason, action === 'refresh', off)
  return isMadeAsIssued(token) ? refused(reason) : stoppedAt('canonical')
}

function stoppedAt(check: JwtCheck): TickedCheck[] {
  const at = JWT_CHECKS.indexOf(check)
  return tick((_, i) => (i < at ? 'passed' : i === at ? 'failed' : 'not-reached'))
}

const BY_JOSE: readonly JwtCheck[] = ['alg', 'key', 'signature', 'typ', 'required', 'iss', 'aud']

function refused(reason: Exchange['credential']['reason']): TickedCheck[] {
  if (reason === 'malformed') return stoppedAt('shape')
  return tick((check, i) => (i < 2 ? 'passed' : BY_JOSE.includes(check) ? 'one-of' : 'not-reached'))
}

/** Authentic but too old: its claims are still read, because sign-out takes them. */
function expired(): TickedCheck[] {
  const shape = JWT_CHECKS.indexOf('shape')
  return tick((check, i) => (check === 'exp' ? 'failed' : i <= shape ? 'passed' : 'not-reached'))
}

const LATER = { no_such_user: 'user', outdated: 'password', denied: 'denylist' } as const

function believed(
  reason: Exchange['credential']['reason'],
  refreshing: boolean,
  off: readonly JwtCheck[],
): TickedCheck[] {
  const failed = reason && reason in LATER ? LATER[reason as keyof typeof LATER] : null
  const end = failed ? JWT_CHECKS.indexOf(failed) : JWT_CHECKS.length
  const shape = JWT_CHECKS.indexOf('shape')
  return tick((check, i) => {
    if (check === failed) return 'failed'
    if (i > end || (refreshing && i > shape)) return 'not-reached'
    return off.includes(check) ? 'off' : 'passed'
  })
}

const tick = (how: (check: JwtCheck, i: number) => TickState): TickedCheck[] =>
  JWT_CHECKS.map((check, i) => ({ check, ticked: how(check, i) }))

function isMadeAsIssued(token: string): boolean {
  const segments = token.split('.')
  return segments.length === 3 && segments.every(isCanonical)
}
