/**
 * Exchanges as HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/), which the network panel of browser developer tools opens.
 * `sameSite` is younger than the format; the exports of browsers have it. Of bodies, what was kept of a write is in it, without its secrets; the sizes are those on the wire. Fields that begin with an underscore are our own, as the format allows.
 */
import { readSetCookie } from '@/lib/cookies/set-cookie'
import { endOf } from '@/lib/cookies/storage-model'
import type { Exchange, HeaderLine, ResponseHead } from '../model/exchange'
import { fieldsOf, setCookiesOf } from '../record/head-fields'
import { mapCookies } from './guest-text'
import { maskExchange } from './mask'
import { originOf } from './origin-of'

export interface HarOptions {
  /** Where the shop is, e.g. "http://localhost:3000". */
  origin: string
  /** true: with the real credentials. */
  reveal: boolean
}

export function harOf(exchanges: readonly Exchange[], { origin, reveal }: HarOptions) {
  const entries = exchanges
    .map(withoutGuestText)
    .map((exchange) => entryOf(reveal ? exchange : maskExchange(exchange), origin))
  return { log: { version: '1.2', creator: { name: 'Remember Me', version: '1' }, entries } }
}

/** A file is opened elsewhere, by somebody who does not see who wrote what: what a guest may have written stays out of it, revealed or not. */
function withoutGuestText(exchange: Exchange): Exchange {
  const { guestText, request } = exchange
  if (!guestText) return exchange
  const target = guestText.target === null ? request.target : guestText.target.replace(/…\[\d+\]$/, '')
  return {
    ...exchange,
    exposures: exchange.exposures,
    guestText: undefined,
    request: {
      ...request,
      target,
      headers: withoutCookies(request.headers, guestText.cookies).filter(
        (_, index) => !guestText.lines.includes(index),
      ),
    },
    sent: guestText.body ? null : exchange.sent,
  }
}

const withoutCookies = (headers: HeaderLine[], held: readonly number[]) =>
  mapCookies(
    headers,
    held,
    (pair) => pair,
    () => null,
  )

function entryOf(exchange: Exchange, origin: string) {
  const { id, at, sandboxAt, strategy, device, action, completed, connection, cost, problem } = exchange
  const time = cost.micros / 1000
  return {
    startedDateTime: at,
    time,
    request: requestOf(exchange, originOf(exchange, origin)),
    response: exchange.response ? responseOf(exchange.response, Date.parse(at)) : NO_RESPONSE,
    cache: {},
    timings: { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait: time, receive: 0 },
    connection: String(connection.id),
    _id: id,
    _strategy: strategy,
    _device: device,
    _action: action,
    _sandboxAt: sandboxAt,
    ...(exchange.answeredBy && { _answeredBy: exchange.answeredBy }),
    _completed: completed,
    _problem: problem,
  }
}

function requestOf({ request, sent }: Exchange, origin: string) {
  const { method, target, httpVersion, headers, headBytes, bodyBytes } = request
  const url = URL.parse(target, origin)
  return {
    method,
    url: url?.href ?? origin,
    httpVersion: `HTTP/${httpVersion}`,
    cookies: fieldsOf(headers).cookies.map(([name, value]) => ({ name, value })),
    headers: headers.map(named),
    queryString: [...(url?.searchParams ?? [])].map(named),
    ...(sent && {
      // `params` would be the other form: the format has them as mutually exclusive.
      postData: { mimeType: headerValue(headers, 'content-type'), text: sent.text },
    }),
    headersSize: headBytes,
    bodySize: bodyBytes,
  }
}

/** @param at when, in milliseconds by the real clock: Max-Age counts from there */
function responseOf({ status, reason, headers, headBytes, bodyBytes }: ResponseHead, at: number) {
  return {
    status,
    statusText: reason,
    httpVersion: 'HTTP/1.1',
    cookies: setCookiesOf(headers).map((line) => cookieOf(line, at)),
    headers: headers.map(named),
    content: { size: bodyBytes, mimeType: headerValue(headers, 'content-type') },
    redirectURL: headerValue(headers, 'location'),
    headersSize: headBytes,
    bodySize: bodyBytes,
  }
}

const NO_RESPONSE = {
  status: 0,
  statusText: '',
  httpVersion: '',
  cookies: [],
  headers: [],
  content: { size: 0, mimeType: '' },
  redirectURL: '',
  headersSize: -1,
  bodySize: -1,
}

const headerValue = (headers: HeaderLine[], wanted: string) =>
  headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? ''

const named = ([name, value]: HeaderLine) => ({ name, value })

function cookieOf(line: string, at: number) {
  const cookie = readSetCookie(line)
  const { name, value, path, domain, httpOnly, secure, sameSite } = cookie
  const { keptUntil } = endOf(cookie, at)
  return {
    name,
    value,
    ...(path !== null && path !== 'default' && { path }),
    ...(domain && { domain }),
    ...(keptUntil !== null && { expires: new Date(keptUntil).toISOString() }),
    httpOnly,
    secure,
    ...(sameSite && { sameSite }),
  }
}
