/** By what is shared out what all visitors share: the network address, hashed, since it is kept for longer than a request. */
import { clientAddress, isFromItself } from '@/lib/http/address'
import { hashedAddress } from '@/lib/log/ids'
import type { Turn } from '@/lib/shares/fair-line'
import type { Sandbox } from './world/sandbox'

/** undefined: a lab of this server asks, on behalf of nobody that the request names. */
export const whose = (request: Request): string | undefined =>
  isFromItself(request) ? undefined : hashedAddress(clientAddress(request))

/** Milliseconds. A run of a lab has had its turn, and breaks down where it is sent away. */
const PATIENCE_OF_LABS = 10_000

/** In the lines of work that costs much. What a lab asks for is asked for by whoever runs it. */
export function turnOf(request: Request, sandbox: Sandbox): Turn {
  const turn = { sandbox: sandbox.id, signal: request.signal }
  const visitor = whose(request)
  if (visitor !== undefined) return { ...turn, whose: visitor }
  return { ...turn, whose: sandbox.whose, patience: PATIENCE_OF_LABS }
}
