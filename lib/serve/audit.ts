/** What an answer of the shop means for the log: one line for each security event (ASVS 5.0 section 16.3). */
import { clientAddress } from '@/lib/http/address'
import { type ProblemCode, refusalReasonOf } from '@/lib/http/problem'
import { hashedAddress, hashedId } from '@/lib/log/ids'
import { log } from '@/lib/log/log'
import { seldom } from '@/lib/process/throttle'
import type { RefusalReason, StrategyName } from '@/lib/strategies/strategy'

/** As the path of the request has it; the sandbox need not exist. */
export interface ShopRequestPath {
  strategy: StrategyName
  sandbox: string
  device: string
}

/** @param code of a problem answer, or null */
export function tell(
  request: Request,
  asked: ShopRequestPath,
  response: Response,
  code: ProblemCode | null,
): void {
  const where = () => ({
    sandbox: hashedId(asked.sandbox),
    strategy: asked.strategy,
    address: hashedAddress(clientAddress(request)),
  })
  const operation = operationOf(request)
  if (code === 'credential_refused') refused(where(), refusalReasonOf(response))
  else if (code === 'cross_site') log('cross_site', where())
  else if (code === 'sandbox_full') log('sandbox_full', where())
  else if (code === 'too_many')
    seldom(`too_many ${clientAddress(request)}`, (suppressed) =>
      log('rate_limited', { ...where(), suppressed }),
    )
  else if (code === 'busy') seldom('line_full', (suppressed) => log('line_full', { ...where(), suppressed }))
  else if (operation === 'sign-in' && (response.ok || code === 'wrong_password'))
    log('sign_in', { ...where(), ok: response.ok })
  else if (operation === 'sign-out' && response.ok) log('sign_out', where())
  else if (operation === 'password' && (response.ok || code === 'invalid'))
    log('password_changed', { ...where(), ok: response.ok })
}

function refused(where: object, reason: RefusalReason | null): void {
  log('credential_refused', { ...where, reason: reason ?? 'unknown' })
  if (reason === 'reused') log('reuse_alarm', where)
}

/** The last part of the path of a write. */
const operationOf = ({ method, url }: Request) =>
  method === 'POST' ? new URL(url).pathname.split('/').at(-1) : undefined
