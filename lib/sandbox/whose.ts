/** By what is shared out what all visitors share: the network address, hashed, since it is kept for longer than a request. */
import { clientAddress, isFromItself } from '../http/address'
import { hashedAddress } from '../log/ids'

/** undefined: a lab of this server asks, on behalf of nobody that the request names. */
export const whose = (request: Request): string | undefined =>
  isFromItself(request) ? undefined : hashedAddress(clientAddress(request))
