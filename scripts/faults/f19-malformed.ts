import { connect } from 'node:net'
import type { Fault } from './fault.ts'
import { onStage } from './stage.ts'

const LONG = 'a'.repeat(17_000)

/** What is sent, and which statuses are an answer to it. */
const CASES: [head: string, wanted: number[]][] = [
  ['GET /api/catalogue/%zz HTTP/1.1', [400]],
  ['GET /%zz HTTP/1.1', [400]],
  ['GET /api/session/%c3%28/laptop/cart HTTP/1.1', [400]],
  ['GET //api//catalogue HTTP/1.1', [308, 404]],
  ['GET /api/catalogue/ HTTP/1.1', [308]],
  ['BREW /api/catalogue HTTP/1.1', [400, 405]],
  ['PROPFIND /api/catalogue HTTP/1.1', [405]],
  ['TRACE / HTTP/1.1', [405]],
  ['PUT /api/health HTTP/1.1', [405]],
  [`GET /api/catalogue HTTP/1.1\r\nCookie: a=${LONG}`, [431]],
  [`GET /api/catalogue?${LONG} HTTP/1.1`, [431, 414]],
  ['GET /api/sandbox HTTP/1.1\r\nCookie: __Secure-owner=\u0001', [400, 404]],
  ['POST /api/sandbox HTTP/1.1\r\nContent-Length: -1', [400]],
  ['POST /api/sandbox HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked', [400]],
  ['GET /api/catalogue HTTP/9.9', [400, 505]],
  ['nonsense', [400]],
  ['OPTIONS * HTTP/1.1', [204]],
  ['GET * HTTP/1.1', [400]],
  ['GET http://evil.example/api/catalogue HTTP/1.1', [421]],
  ['GET /api/catalogue HTTP/1.1\r\nUpgrade: h2c\r\nConnection: Upgrade', [200]],
  ['CONNECT localhost:1 HTTP/1.1', [405]],
  ['GET / HTTP/1.1\r\nExpect: x', [417]],
  ['GET / HTTP/1.1\r\nRSC: 1\r\nNext-Router-State-Tree: x', [400]],
  ['POST / HTTP/1.1\r\nNext-Action: x', [405]],
  ['GET /pictures/en-home.png HTTP/1.1\r\nRange: bytes=99999999-', [200]],
  ['GET /pictures/en-home.png HTTP/1.1\r\nIf-Match: "x"', [412]],
  [`GET /?${'a&'.repeat(7500)} HTTP/1.1`, [414]],
  [`GET /api/a${'/'.repeat(15_000)}x/ HTTP/1.1`, [414]],
]

export default {
  id: 'F19',
  title: 'malformed escapes, paths, methods, heads',
  goal: 'a defined answer each time: no bare 500, nothing that hangs',
  run: () =>
    onStage(async (stage) => {
      await stage.start()
      const wrong = []
      for (const [line, wanted] of CASES) {
        const status = await send(stage.port, line)
        if (!wanted.includes(status)) wrong.push(`${line.slice(0, 40)}: ${status}`)
      }
      const alive = (await stage.health()) === 200
      return {
        tried: `${CASES.length} shapes`,
        lost: wrong.length,
        ok: wrong.length === 0 && alive,
        note: wrong.join('; '),
      }
    }),
} satisfies Fault

/** The status of the answer; 0: none within 5 s. */
function send(port: number, line: string) {
  const { promise, resolve } = Promise.withResolvers<number>()
  const socket = connect(port, 'localhost')
  const give = (status: number) => {
    resolve(status)
    socket.destroy()
  }
  const timer = setTimeout(() => give(0), 5000)
  promise.then(() => clearTimeout(timer))
  let text = ''
  socket.on('data', (chunk) => {
    text += chunk
    const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]
    if (status) give(Number(status))
  })
  socket.on('error', () => give(0))
  socket.on('close', () => give(0))
  socket.write(`${line}\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`)
  return promise
}
