// What the browser makes of the Set-Cookie lines that the workbench is tried with, on localhost.
import { createServer as plainServer, type RequestListener } from 'node:http'
import { createServer as tlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { LINES, nameOfLine } from '../../lib/cookies/lines.ts'
import { certificate } from '../tls.ts'
import type { Seat } from './seat.ts'

/** By the line: `gone`, `session`, or until when, to the minute; with a Max-Age for how many minutes. */
export type BenchSeen = Record<string, string>

export async function benchIn(seat: Seat, { tls }: { tls: boolean }): Promise<BenchSeen> {
  const server = tls ? tlsServer(await certificate(), answer) : plainServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http${tls ? 's' : ''}://localhost:${(server.address() as AddressInfo).port}`
  const seen: BenchSeen = {}
  try {
    for (const [nth, line] of LINES.entries()) {
      await seat.go(`${url}/`)
      await seat.forgetCookies()
      await seat.go(`${url}/?${nth}`)
      const [cookie] = await seat.cookies()
      seen[nameOfLine(line)] = cookie ? lifeOf(cookie.expires, line) : 'gone'
    }
    await seat.forgetCookies()
  } finally {
    server.closeAllConnections()
    server.close()
  }
  return seen
}

/** Does it keep a Secure cookie of http://localhost? */
export async function secureOverHttp(seat: Seat): Promise<boolean> {
  const server = plainServer((_, response) => {
    response.setHeader('Set-Cookie', ['zz=1; Secure', 'zz-plain=1'])
    response.end('ok')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    await seat.go(`http://localhost:${(server.address() as AddressInfo).port}/`)
    const names = (await seat.cookies()).map(({ name }) => name)
    if (!names.includes('zz-plain')) throw new Error(`${seat.engine} keeps no cookie at all`)
    await seat.forgetCookies()
    return names.includes('zz')
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

/** Answers `/?3` with the fourth line. As UTF-8, as the bench counts it, with a body of octets: with a text Node would write the head as one too. */
const answer: RequestListener = (request, response) => {
  const line = request.url!.startsWith('/?') ? LINES[Number(request.url!.slice(2))] : undefined
  if (line !== undefined) response.setHeader('Set-Cookie', Buffer.from(line).toString('latin1'))
  response.setHeader('Content-Type', 'text/plain')
  response.end(Buffer.from('ok'))
}

const MINUTE = 60

function lifeOf(expires: number | null, line: string): string {
  if (expires === null) return 'session'
  if (/max-age/i.test(line)) return `${Math.round((expires - Date.now() / 1000) / MINUTE)} min`
  return `${new Date(Math.round(expires / MINUTE) * MINUTE * 1000).toISOString().slice(0, 16)}Z`
}
