/**
 * Takes the credentials out of an exchange before it leaves the server unasked. What is left of each is a short beginning and its
 * length; names, attributes and everything else stay, position by position.
 */
import { mapPairs } from '@/lib/http/field'
import type { Artifact } from '../model/artifact'
import type { Exchange, HeaderLine, PortCall, RequestHead } from '../model/exchange'
import { carriedAsTold, heldBack, lengthsOfPair, mapCookies } from './guest-text'

/** Characters of a credential that are shown. */
export const SHOWN = 6

/** A masked value is its beginning, an ellipsis, and how many characters there are in all: `Fe26.2…[412]`. */
export function maskValue(value: string): string {
  if (value === '') return ''
  return `${value.length > 2 * SHOWN ? value.slice(0, SHOWN) : ''}…[${value.length}]`
}

/** null: not a masked value. `length`: characters of the whole. */
export function maskedLength(text: string): { shown: string; length: number } | null {
  const found = /^([^…]{0,6})…\[(\d+)\]$/.exec(text)
  return found ? { shown: found[1]!, length: Number(found[2]) } : null
}

export function maskExchange(exchange: Exchange): Exchange {
  const { response, steps, stored } = exchange
  return {
    ...exchange,
    // On the prototype of what is kept (recorded.ts).
    exposures: exchange.exposures,
    request: { ...toldRequest(exchange), headers: maskRequest(exchange) },
    carried: carriedAsTold(exchange),
    sent: exchange.guestText?.body ? null : exchange.sent,
    response: response && { ...response, headers: response.headers.map(maskLine) },
    steps: steps.map(withoutStatements),
    stored: { before: stored.before.map(maskArtifact), after: stored.after.map(maskArtifact) },
  }
}

/** Without what a guest may have written. */
export function toldRequest({ request, guestText }: Pick<Exchange, 'request' | 'guestText'>): RequestHead {
  const target = guestText?.target ?? null
  return target === null ? request : { ...request, target }
}

export function maskRequest({ request, guestText }: Pick<Exchange, 'request' | 'guestText'>): HeaderLine[] {
  if (!guestText) return request.headers.map(maskLine)
  return mapCookies(request.headers, guestText.cookies, maskPair, lengthsOfPair).map((line, index) => {
    if (guestText.lines.includes(index)) return heldBack(line)
    return line[0].toLowerCase() === 'cookie' ? line : maskLine(line)
  })
}

/** They hold no credential, but are long, and told on request. */
export const withoutStatements = ({ statements: _, ...step }: PortCall): PortCall => step

/** A row may hold a credential in one of its columns. */
export function maskArtifact(artifact: Artifact): Artifact {
  const { value, contents } = artifact
  if (value === null) return artifact
  const masked = maskValue(value)
  return {
    ...artifact,
    value: masked,
    contents: contents.map((field) => (field.value === value ? { ...field, value: masked } : field)),
  }
}

/** Every cookie is masked, not only the shop's: another program on this host may have left its own here. */
export function maskLine([name, value]: HeaderLine): HeaderLine {
  switch (name.toLowerCase()) {
    case 'cookie':
      return [name, mapPairs(value, maskPair)]
    case 'set-cookie':
      return [name, maskFirstPair(value)]
    case 'authorization':
    case 'proxy-authorization':
      return [name, maskAuthorization(value)]
    default:
      return [name, value]
  }
}

function maskFirstPair(line: string): string {
  const end = line.indexOf(';')
  return end < 0 ? maskPair(line) : maskPair(line.slice(0, end)) + line.slice(end)
}

/** `name=value`; without a name all of it is the value. The space that parts it from the one before stays. */
function maskPair(pair: string): string {
  const [, space = '', rest = ''] = /^([ \t]*)(.*)$/s.exec(pair) ?? []
  const cut = rest.indexOf('=') + 1
  return space + rest.slice(0, cut) + maskValue(rest.slice(cut))
}

/** The scheme stays; without one all of it is the value. */
function maskAuthorization(value: string): string {
  const scheme = /^[A-Za-z]{1,12} +/.exec(value)?.[0] ?? ''
  return scheme + maskValue(value.slice(scheme.length))
}
