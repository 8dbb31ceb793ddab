/**
 * Octets that a strategy adds to a request head: the lines that carry its credential, as they would be without the cookies of other
 * programs on this host, which would be sent without the strategy too (RFC 6265bis section 8.5: cookies know no ports). Pure.
 */
import { pairOf, withoutOws } from '@/lib/http/field'
import { isNamedLike } from '@/lib/trace/ledger/lane-cookies'
import type { Exchange, HeaderLine } from '@/lib/trace/model/exchange'
import { lineBytes } from './line-bytes'

type Sent = Pick<Exchange, 'strategy' | 'request' | 'carried'>

export interface CredentialShare {
  own: number
  /** What the same lines have besides. */
  foreign: number
}

export const credentialBytes = (exchange: Sent): number => shareOf(exchange).own

export function shareOf(exchange: Sent): CredentialShare {
  const share = { own: 0, foreign: 0 }
  for (const line of exchange.request.headers) {
    const own = ownOctets(line, exchange)
    if (own === null) continue
    share.own += own
    share.foreign += lineBytes(line) - own
  }
  return share
}

/** The server says it of each cookie that it looked at, and it knows the name that it reads. */
export const isForeign = ({ strategy, carried = [] }: Omit<Sent, 'request'>, name: string): boolean => {
  const known = carried.filter((one) => one.name === name)
  return known.length > 0 ? known.every(({ foreign }) => foreign) : !isNamedLike(strategy, name)
}

/** null: a line that carries no credential in any lane. */
function ownOctets(line: HeaderLine, exchange: Sent): number | null {
  const [field, value] = line
  switch (field.toLowerCase()) {
    case 'authorization':
      return exchange.strategy === 'jwt' && /^bearer /i.test(value) ? lineBytes(line) : 0
    case 'cookie': {
      // Not `cookiePairs`: octets are counted, and of a pair they are those with which it came.
      const pairs = value.split(';').map(withoutOws)
      const own = pairs.filter((pair) => !isForeign(exchange, pairOf(pair)[0]))
      if (own.length === 0) return 0
      return own.length === pairs.length ? lineBytes(line) : lineBytes([field, own.join('; ')])
    }
    default:
      return null
  }
}
