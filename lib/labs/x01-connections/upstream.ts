/** The server behind the balancer: it passes on to this shop, and lets an idle connection go after one second. */
import type { Socket } from 'node:net'
import type { Exchange } from '@/lib/trace/model/exchange'
import { openHttp } from '../outside/open-http'
import { answerWith, type Between, bodyOf, passOn } from '../outside/pass-on'

export interface Upstream {
  readonly port: number
  /** Of the last request, as the shop recorded it. */
  readonly last: Exchange | null
  /** At the very moment at which the last connection goes, or at once where there is none. */
  whenGone(act: () => void): void
  close(): Promise<void>
}

/** Milliseconds. In the `Keep-Alive` field it stands in whole seconds. */
const IDLE = 1000

export async function openUpstream(between: Between): Promise<Upstream> {
  const open = new Set<Socket>()
  let waiting: (() => void)[] = []
  let last: Exchange | null = null
  const gone = (socket: Socket) => {
    open.delete(socket)
    if (open.size > 0) return
    const acts = waiting
    waiting = []
    for (const act of acts) act()
  }
  const { server, port, close } = await openHttp(
    (request, response) => {
      const answered = bodyOf(request).then((body) => passOn(between, request, body))
      answered.then(
        (answer) => {
          last = answer?.exchange ?? null
          answerWith(response, answer)
        },
        () => response.destroy(),
      )
    },
    // Node would close a second later than it says, so that nobody who heeds it is too late.
    { keepAliveTimeout: IDLE, keepAliveTimeoutBuffer: 0 },
  )
  server.on('connection', (socket) => {
    open.add(socket)
    socket.once('close', () => gone(socket))
  })
  server.on('timeout', (socket) => {
    // The race is forced, not waited for: it goes when a request is on its way, and else after another second.
    if (waiting.length === 0) return void socket.setTimeout(IDLE)
    socket.destroy()
    gone(socket)
  })
  return {
    port,
    get last() {
      return last
    },
    whenGone(act) {
      if (open.size === 0) act()
      else waiting.push(act)
    },
    close,
  }
}
