/** An exchange as one curl command that runs as it is, in a POSIX shell. It contains the real credential. */
import { type Action, rowOf } from '@/lib/shop/operations'
import type { Exchange } from '../model/exchange'
import { originOf } from './origin-of'

export interface Curl {
  text: string
  /**
   * What is in the place of the body. `sent`: what was sent. `filled`: likewise, with a password that was not kept and is
   * known. `hidden`: with `…` for what was not kept. `example`: nothing was kept of its JSON, it is made up.
   */
  body: 'none' | 'sent' | 'filled' | 'hidden' | 'example'
}

export interface CurlOptions {
  /** Where the shop is, e.g. "http://localhost:3000". */
  origin: string
  /** The password with which this address signs in, where it is known. */
  passwordOf?: (email: string) => string | null
}

/** curl makes these itself, or they describe a body and a connection that are gone. */
const OWN = new Set([
  'host',
  'content-length',
  'connection',
  'accept-encoding',
  'transfer-encoding',
  'expect',
])

export function curlOf(exchange: Exchange, { origin, passwordOf }: CurlOptions): Curl {
  const { method, target, headers, httpVersion } = exchange.request
  const fields = headers
    .filter(([name]) => !OWN.has(name.toLowerCase()))
    .map(([name, value]) => headerOption(name, value))
  const { text, body } = bodyOf(exchange, passwordOf)
  const lines = [
    `curl -ig ${httpVersion === '1.0' ? '--http1.0 ' : ''}${methodOption(method)}${quoted(urlOf(target, originOf(exchange, origin)))}`,
    ...fields.map((field) => `-H ${quoted(field)}`),
    ...(text === null ? [] : [`--data-raw ${quoted(text)}`]),
  ]
  return { text: lines.join(' \\\n  '), body }
}

function bodyOf(exchange: Exchange, passwordOf: CurlOptions['passwordOf']) {
  const { sent, action, request } = exchange
  const example = exampleFor(action)
  if (!sent) {
    const needed = request.bodyBytes > 0 && example !== undefined && !isForm(request)
    return { text: needed ? JSON.stringify(example) : null, body: needed ? 'example' : 'none' } as const
  }
  if (sent.hidden.length === 0) return { text: sent.text, body: 'sent' } as const
  const filled = passwordOf && withPassword(exchange, passwordOf)
  return filled ? ({ text: filled, body: 'filled' } as const) : ({ text: sent.text, body: 'hidden' } as const)
}

/** What a page of another site can send; refused before it is read. */
const isForm = ({ headers }: Exchange['request']) =>
  headers.some(
    ([name, value]) =>
      name.toLowerCase() === 'content-type' && /^(application\/x-www-form|text\/plain|multipart)/.test(value),
  )

/** Only a sign-in that was let in had the right one. */
function withPassword({ sent, action, response }: Exchange, passwordOf: (email: string) => string | null) {
  if (action !== 'sign-in' || response?.status !== 200 || sent?.hidden.join() !== 'password') return null
  const fields = JSON.parse(sent.text) as { email?: unknown }
  const password = typeof fields.email === 'string' ? passwordOf(fields.email) : null
  return password === null ? null : JSON.stringify({ ...fields, password })
}

/** With -X HEAD curl would wait for a body. `-g` and `--path-as-is`: the target as it was, brackets and dots. */
const methodOption = (method: string) =>
  `--path-as-is ${method === 'HEAD' ? '--head' : `-X ${quoted(method)}`} `

/** A target may be a whole URI, of whatever host its sender liked (RFC 9112 section 3.2.2): this shop has answered it. */
const urlOf = (target: string, origin: string) => origin + target.replace(/^https?:\/\/[^/?]*/i, '')

/** `Name;` is curl's way to send a field without a value. */
const headerOption = (name: string, value: string) => (value === '' ? `${name};` : `${name}: ${value}`)

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

/** Whoever posts without need of a body may have sent an empty one. */
function exampleFor(action: Action): object | undefined {
  const row = rowOf(action)
  return row ? (row.takes ?? (row.method === 'POST' ? {} : undefined)) : {}
}
