/**
 * Octets of the lines that carried a credential in a request head. Pure.
 * Their values are masked here, so they are what is left of the whole head when all other lines are taken off.
 */
import type { Exchange, HeaderLine } from '../../lib/trace/exchange'

const LINE_END = 2
const CARRIERS = ['cookie', 'authorization']

export function credentialBytes({ request }: Pick<Exchange, 'request'>): number {
  const [carriers, others] = split(request.headers)
  if (carriers.length === 0) return 0
  const start = `${request.method} ${request.target} HTTP/${request.httpVersion}`.length + LINE_END
  return request.headBytes - start - LINE_END - others.reduce((total, line) => total + lineOctets(line), 0)
}

function split(headers: HeaderLine[]): [HeaderLine[], HeaderLine[]] {
  const carries = ([name]: HeaderLine) => CARRIERS.includes(name.toLowerCase())
  return [headers.filter(carries), headers.filter((line) => !carries(line))]
}

/** Node decodes a head as latin1: one character is one octet. Name, colon, space, value, line end. */
const lineOctets = ([name, value]: HeaderLine) => name.length + 2 + value.length + LINE_END
