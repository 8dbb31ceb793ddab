/**
 * WWW-Authenticate for 401 answers (RFC 9110 section 11.6.1 asks for it with every 401). `Bearer` is registered
 * (RFC 6750 section 3). There is no registered scheme for a cookie; `Cookie` here names where the credential
 * belongs, and browsers do not act on it.
 */
import type { ProblemCode } from '@/lib/http/problem'
import type { StrategyName } from '@/lib/strategies/strategy'

export function challenge(strategy: StrategyName, code: ProblemCode): Record<string, string> {
  return { 'WWW-Authenticate': strategy === 'jwt' ? bearer(code) : `Cookie realm="shop"` }
}

function bearer(code: ProblemCode): string {
  // Nothing was presented, or something else than a token is wrong: no error code (RFC 6750 section 3.1).
  if (code !== 'credential_expired' && code !== 'credential_refused') return 'Bearer realm="shop"'
  return `Bearer realm="shop", error="invalid_token", error_description="${code}"`
}
