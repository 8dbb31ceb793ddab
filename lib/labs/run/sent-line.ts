/** One line of the attacker's terminal: the very command, and the beginning of the answer. Credentials are masked. */

import { shopOrigin } from '@/lib/http/host'
import { names } from '@/lib/process/env'
import type { Device, StrategyName } from '@/lib/strategies/strategy'
import { curlOf } from '@/lib/trace/export/curl'
import { maskExchange, maskValue } from '@/lib/trace/export/mask'
import type { Reply } from '../stage/client'

export interface SentLine {
  readonly lane: StrategyName
  readonly device: Device
  /** Of the lab; null: between acts. */
  readonly act: string | null
  /** Id of the exchange, or null when the wire tap did not see it. */
  readonly exchange: string | null
  /** Who answered, where that was not this shop. */
  readonly answeredBy?: string
  readonly method: string
  /** As the exchange's curl command, credentials masked. */
  readonly command: string
  readonly status: number
  readonly contentType: string | null
  /** The first characters of the body. */
  readonly body: string
  readonly micros: number
}

/** Characters of a body that are shown. */
const SHOWN = 240

export function sentLine(from: {
  lane: StrategyName
  device: Device
  act: string | null
  reply: Reply
}): SentLine {
  const { lane, device, act, reply } = from
  const { exchange, status, headers } = reply
  return {
    lane,
    device,
    act,
    exchange: exchange?.id ?? null,
    ...(exchange?.answeredBy && { answeredBy: exchange.answeredBy }),
    method: exchange?.request.method ?? '',
    command: exchange ? curlOf(maskExchange(exchange), { origin: origin() }).text : '',
    status,
    contentType: headers.get('content-type'),
    body: beginningOf(bodyOf(reply)),
    micros: exchange?.cost.micros ?? 0,
  }
}

/** A copy: a slice keeps the whole text in memory for as long as it is there itself. */
const beginningOf = (text: string) => Buffer.from(text.slice(0, SHOWN), 'utf16le').toString('utf16le')

const origin = () => shopOrigin(names())

/** A token in a body is a credential as well: the shop's, or of a token endpoint (RFC 6749 section 5.1). */
const TOKENS = ['accessToken', 'access_token', 'id_token'] as const

function bodyOf({ json, text }: Reply): string {
  const there = TOKENS.filter((name) => typeof json?.[name] === 'string')
  if (there.length === 0) return text
  const masked = there.map((name) => [name, maskValue(json[name])])
  return JSON.stringify({ ...json, ...Object.fromEntries(masked) })
}
