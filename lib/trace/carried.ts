/** Which exchange a cookie of a request comes from: told by comparing values here, because the panel gets them masked. */
import { createHash } from 'node:crypto'
import type { Exchange } from './exchange'
import { cookiesIn } from './wire-holdings'

/** A cookie that a request carried. */
export interface Carried {
  name: string
  /** `seq` of the newest exchange that set this name to this value; null: nobody saw that. */
  setBy: number | null
}

export interface Origins {
  /** How many cookies it knows. */
  readonly known: number
  /** Learns what this exchange sets, and says where the cookies that it carries come from. */
  note(exchange: Pick<Exchange, 'seq' | 'request' | 'response'>): Carried[]
}

/** Of one sandbox. Older ones than these are forgotten. */
const MOST_KNOWN = 2000
/** A head has room for thousands. */
const MOST_CARRIED = 50

export function createOrigins(): Origins {
  const setBy = new Map<string, number>()
  return {
    get known() {
      return setBy.size
    },
    note({ seq, request, response }) {
      const carried = cookiesIn(request.headers).slice(0, MOST_CARRIED)
      const origins = carried.map(([name, value]) => ({ name, setBy: setBy.get(key(name, value)) ?? null }))
      for (const [field, line] of response?.headers ?? []) {
        if (field.toLowerCase() !== 'set-cookie') continue
        const [[name, value] = ['', '']] = cookiesIn([['Cookie', line.split(';', 1)[0]!]])
        setBy.delete(key(name, value))
        setBy.set(key(name, value), seq)
      }
      for (const oldest of setBy.keys()) {
        if (setBy.size <= MOST_KNOWN) break
        setBy.delete(oldest)
      }
      return origins
    },
  }
}

const key = (name: string, value: string) =>
  createHash('sha256').update(`${name}=${value}`).digest('base64url')
