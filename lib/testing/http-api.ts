/** The site's own API behind a real HTTP server: for what happens beneath the framework. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { takeOver } from '@/lib/http/door/door'
import { callApi } from './api'

/** @param door false: under whatever name it is asked for */
export async function serveApi({ door = true } = {}) {
  const server = createServer(async (request, response) => {
    const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
    const headers = Object.entries(request.headers) as [string, string][]
    const body = hasBody
      ? await new Response(Readable.toWeb(request) as ReadableStream).arrayBuffer()
      : undefined
    const answer = await callApi(request.url!, { method: request.method, headers, body })
    const fields = [...answer.headers].filter(([name]) => name !== 'set-cookie')
    response.writeHead(
      answer.status,
      [...fields, ...answer.headers.getSetCookie().map((line) => ['Set-Cookie', line])].flat(),
    )
    response.end(Buffer.from(await answer.arrayBuffer()))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  if (door) takeOver(server, { names: { appOrigin: origin, attackerOrigin: undefined, port }, count: null })
  return {
    origin,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
