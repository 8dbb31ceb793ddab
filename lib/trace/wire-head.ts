/** Heads as they crossed the wire. */
import type { HeaderLine, RequestHead, ResponseHead } from './exchange'

/** Node's flat list of names and values, unchanged in order, number and case. */
export function linesOf(rawHeaders: readonly string[]): HeaderLine[] {
  const lines: HeaderLine[] = []
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) lines.push([rawHeaders[i]!, rawHeaders[i + 1]!])
  return lines
}

/** The text that Node's server wrote: status line, fields, an empty line. */
export function parseSentHead(head: string): Pick<ResponseHead, 'status' | 'reason' | 'headers'> {
  const [statusLine = '', ...fields] = head.split('\r\n')
  const [, status, reason = ''] = /^HTTP\/\d\.\d (\d{3}) ?(.*)$/.exec(statusLine) ?? []
  const headers = fields.filter(Boolean).map((line): HeaderLine => {
    const colon = line.indexOf(': ')
    return colon < 0 ? [line.replace(/:$/, ''), ''] : [line.slice(0, colon), line.slice(colon + 2)]
  })
  return { status: Number(status), reason, headers }
}

/** Octets of the head in its plainest spelling: one space after each colon. */
export function plainHeadBytes({
  method,
  target,
  httpVersion,
  headers,
}: Omit<RequestHead, 'headBytes' | 'bodyBytes'>): number {
  const requestLine = method.length + target.length + ` ${' HTTP/'}${httpVersion}\r\n`.length
  return (
    headers.reduce((sum, [name, value]) => sum + name.length + value.length + ': \r\n'.length, requestLine) +
    '\r\n'.length
  )
}
