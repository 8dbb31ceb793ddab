/** What carries the requests of a client that is no browser, and what it brings back. Erasable types only: scripts run it as it is. */
import type { HeaderLine } from '@/lib/trace/model/exchange'

export interface TransportRequest {
  method: string
  /** Of the API, e.g. "/api/jwt/…/attacker/cart". */
  path: string
  /** In the order in which they go out. */
  headers: HeaderLine[]
  body?: string
  signal?: AbortSignal
}

export interface WireAnswer {
  status: number
  headers: Headers
  /** The Set-Cookie field values, literally. */
  setCookie: string[]
  text: string
  /** null: there is none, or it is no JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: a client looks into what it got.
  body: any
}

/** @throws when no answer comes */
export type Transport<A extends WireAnswer = WireAnswer> = (asked: TransportRequest) => Promise<A>

export async function answerOf(response: Response): Promise<WireAnswer> {
  const { status, headers } = response
  return makeAnswer(status, headers, await response.text())
}

export const makeAnswer = (status: number, headers: Headers, text: string): WireAnswer => ({
  status,
  headers,
  setCookie: headers.getSetCookie(),
  text,
  body: parsed(text),
})

function parsed(text: string) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** @param originOf asked before each request: several servers may take turns */
export function byFetch(originOf: () => string): Transport {
  return async ({ path, ...init }) => answerOf(await fetch(originOf() + path, init))
}
