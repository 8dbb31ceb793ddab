/** What another cell has: whoever stands in front sent it to the wrong one, or the one that its name says is no more. */
import { clientAddress } from '@/lib/http/address'
import { problem } from '@/lib/http/problem'
import { hashedAddress } from '@/lib/log/ids'
import { log } from '@/lib/log/log'
import { seldom } from '@/lib/process/throttle'

export function misrouted(request: Request): Response {
  const address = hashedAddress(clientAddress(request))
  // By the thousand where the proxy is set up wrong.
  seldom('other_cell', (suppressed) => log('other_cell', { address, suppressed }))
  return problem('other_cell')
}
