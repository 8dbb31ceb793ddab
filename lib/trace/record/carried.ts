/** Which exchange a cookie of a request comes from: told by comparing values here, because the panel gets them masked. */
import { hash } from 'node:crypto'
import { readPair } from '@/lib/cookies/set-cookie'
import { BoundedMap } from '@/lib/process/bounded-map'
import type { StrategyName } from '@/lib/strategies/strategy'
import { laneCookie } from '../ledger/browser-artifacts'
import type { CarriedCookie, Exchange, HeaderLine } from '../model/exchange'
import { fieldsOf, setCookiesOf } from './head-fields'

export interface Origins {
  /** How many cookies it knows. */
  readonly known: number
  /** Learns what this exchange sets, and says where the cookies that it carries come from. */
  note(exchange: Noted): CarriedCookie[]
}

type Noted = Pick<Exchange, 'seq' | 'strategy' | 'answeredBy' | 'request' | 'response'>

/** Of one sandbox. Older ones than these are forgotten. */
const MOST_KNOWN = 2000
/** A head has room for thousands. */
const MOST_CARRIED = 50
/** Of the three lanes of one page. Longer lines are looked up each time. */
const MOST_TOLD = 3
const LONGEST_TOLD = 1024

export function createOrigins(): Origins {
  const setBy = new BoundedMap<string, number>(MOST_KNOWN)
  /** By lane and Cookie line, until a cookie is set: most requests carry what the one before carried. */
  const told = new BoundedMap<string, CarriedCookie[]>(MOST_TOLD)
  return {
    get known() {
      return setBy.size
    },
    note({ seq, strategy, answeredBy, request, response }) {
      // What another server calls its cookies is a matter of its own.
      const carried = originsOf(answeredBy === undefined ? strategy : null, request.headers)
      for (const line of response ? setCookiesOf(response.headers) : []) {
        const { name, value } = readPair(line)
        setBy.keep(key(name, value), seq)
        told.clear()
      }
      return carried
    },
  }

  function originsOf(strategy: StrategyName | null, headers: HeaderLine[]): CarriedCookie[] {
    const { cookie: field, cookies } = fieldsOf(headers)
    const asked = `${strategy} ${field}`
    const known = told.get(asked)
    if (known) return known
    const carried = cookies.slice(0, MOST_CARRIED).map(([name, value]) => ({
      name,
      setBy: setBy.get(key(name, value)) ?? null,
      ...(strategy && !laneCookie(strategy, name) && { foreign: true as const }),
    }))
    return field.length <= LONGEST_TOLD ? told.keep(asked, carried) : carried
  }
}

const key = (name: string, value: string) => hash('sha256', `${name}=${value}`, 'base64url')
