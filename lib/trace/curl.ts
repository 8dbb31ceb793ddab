/** An exchange as one curl command that runs as it is, in a POSIX shell. It contains the real credential. */
import type { Action, Exchange } from './exchange'

/** curl makes these itself, or they describe a body and a connection that are gone. */
const OWN = new Set([
  'host',
  'content-length',
  'connection',
  'accept-encoding',
  'transfer-encoding',
  'expect',
])

/**
 * Bodies are not recorded, a password could be in one: the command has an example in its place.
 * @param origin where the shop is, e.g. "http://localhost:3000"
 */
export function curlOf(exchange: Exchange, origin: string): string {
  const { method, target, headers } = exchange.request
  const fields = headers
    .filter(([name]) => !OWN.has(name.toLowerCase()))
    .map(([name, value]) => headerOption(name, value))
  const body = EXAMPLES[exchange.action]
  const hasBody = exchange.request.bodyBytes > 0 && body !== undefined
  return [
    `curl -ig ${methodOption(method)}${quoted(urlOf(target, origin))}`,
    ...fields.map((field) => `-H ${quoted(field)}`),
    ...(hasBody ? [`--data ${quoted(JSON.stringify(body))}`] : []),
  ].join(' \\\n  ')
}

/** With -X HEAD curl would wait for a body. `-g` and `--path-as-is`: the target as it was, brackets and dots. */
const methodOption = (method: string) =>
  `--path-as-is ${method === 'HEAD' ? '--head' : `-X ${quoted(method)}`} `

const urlOf = (target: string, origin: string) => (target.startsWith('/') ? origin + target : target)

/** `Name;` is curl's way to send a field without a value. */
const headerOption = (name: string, value: string) => (value === '' ? `${name};` : `${name}: ${value}`)

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

const EXAMPLES: Partial<Record<Action, object>> = {
  'cart.add': { sku: 'apple', quantity: 1 },
  'cart.change': { quantity: 2 },
  'sign-in': { email: 'mina@shop.example', password: '…' },
  'sign-out': {},
  checkout: {},
  refresh: {},
  password: { current: '…', next: '…' },
  other: {},
}
