/** What browser and server hold of this lane after an exchange, counted from its stored artifacts. Pure. */
import type { Device } from '@/lib/strategies/strategy'
import type { Artifact } from '@/lib/trace/model/artifact'
import type { Exchange, HeaderLine } from '@/lib/trace/model/exchange'
import { credentialBytes } from '../wire/credential-bytes'

export interface Where {
  browser: {
    tokens: number
    cookieBytes: number
    memoryBytes: number
    storageBytes: number
    /** In which form the cookie is: a dial of the cookie lane. */
    form: Artifact['form'] | null
  }
  wire: { carrier: 'Cookie' | 'Bearer' | null; bytes: number }
  server: {
    sessions: number
    families: number
    ended: number
    carts: number
    generations: number
    rawIds: boolean
    /** Of the rows of sign-ins, those that were made for another device than this exchange's. */
    elsewhere: Device[]
  }
}

export function whereOf(exchange: Exchange): Where {
  const after = exchange.stored.after.filter(({ place }) => place !== 'key')
  const held = after.filter(({ side, credential }) => side === 'browser' && credential)
  const rows = after.filter(({ place }) => place === 'row')
  return {
    browser: {
      tokens: held.length,
      cookieBytes: octets(held, 'cookie'),
      memoryBytes: octets(held, 'memory'),
      storageBytes: octets(held, 'localStorage'),
      form: held.find(({ place }) => place === 'cookie')?.form ?? null,
    },
    wire: { carrier: carrierOf(exchange), bytes: credentialBytes(exchange) },
    server: {
      sessions: count(rows, 'Session'),
      families: count(rows, 'RefreshFamily'),
      ended: rows.filter(({ name, ended }) => name === 'RefreshFamily' && ended).length,
      carts: count(rows, 'Cart'),
      generations: count(rows, 'VisitGeneration'),
      // A row that is a credential itself: what the browser sends lies in it.
      rawIds: rows.some(({ name, credential }) => name === 'Session' && credential),
      elsewhere: rows
        .filter(isSignIn)
        .flatMap(({ device }) => (device && device !== exchange.device ? [device] : [])),
    },
  }
}

/** Nothing of the lane came: what other programs on this host have set is not its carrier. */
function carrierOf(exchange: Exchange): Where['wire']['carrier'] {
  if (credentialBytes(exchange) === 0) return null
  const { strategy, request } = exchange
  const isBearer = ([name, value]: HeaderLine) => /^authorization$/i.test(name) && /^bearer /i.test(value)
  return strategy === 'jwt' && request.headers.some(isBearer) ? 'Bearer' : 'Cookie'
}

const octets = (held: Artifact[], place: Artifact['place']) =>
  held.filter((artifact) => artifact.place === place).reduce((sum, { bytes }) => sum + bytes, 0)

const isSignIn = ({ name, ended }: Artifact) => (name === 'Session' || name === 'RefreshFamily') && !ended

const count = (rows: Artifact[], name: string) => rows.filter((row) => row.name === name && !row.ended).length
