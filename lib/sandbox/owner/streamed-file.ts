/** A file that is made while it is read. A reader who stops reading loses it, and nobody has many at a time. */

import { hangUpOn } from '@/lib/http/hang-up'
import { API_HEADERS, comeAgain } from '@/lib/http/problem'
import { env } from '@/lib/process/env'
import { perProcess } from '@/lib/process/once'
import { Places } from '@/lib/shares/places'
import { whose } from '../whose'
import { type OwnerCall, tooMany } from './control'

const MOST_OF_SANDBOX = 4
/** A class of 300 sits behind one address. */
const MOST_OF_ADDRESS = 300
const MOST_IN_ALL = 500
/** Seconds, where there is no place. */
const COME_AGAIN = 5
/** Milliseconds from one piece to the next. */
const PATIENCE = 30_000

const places = () =>
  perProcess('streamed-files', () => {
    const ofAddress = Math.max(1, Math.round(MOST_OF_ADDRESS * env.RATE_LIMIT_SCALE))
    return new Places({ ofSandbox: MOST_OF_SANDBOX, ofAddress, inAll: MOST_IN_ALL })
  })

export function streamedFile(
  { request, sandbox }: Pick<OwnerCall, 'request' | 'sandbox'>,
  headers: Record<string, string>,
  texts: Iterator<string>,
): Response {
  const init = { headers: { ...API_HEADERS, ...headers } }
  if (request.method === 'HEAD') return new Response(null, init)
  let breakOff = () => {}
  const holder = { sandbox: sandbox.id, whose: whose(request) ?? sandbox.whose }
  const place = places().take(holder, () => breakOff())
  if (place === 'inAll') return comeAgain('busy', { retryAfter: COME_AGAIN })
  if (typeof place === 'string') return tooMany({ retryAfter: COME_AGAIN }, request)
  const file = streamOf(texts, request, place)
  breakOff = file.breakOff
  return new Response(file.body, init)
}

/** @param over is called once, however it ends */
function streamOf(texts: Iterator<string>, request: Request, over: () => void) {
  const encoder = new TextEncoder()
  let controller!: ReadableStreamDefaultController<Uint8Array>
  const stop = () => {
    clearTimeout(patience)
    request.signal.removeEventListener('abort', stop)
    over()
  }
  const breakOff = () => {
    stop()
    controller.error(new DOMException('The reader is too slow', 'AbortError'))
    hangUpOn(request)
  }
  const patience = setTimeout(breakOff, PATIENCE).unref()
  request.signal.addEventListener('abort', stop)
  const body = new ReadableStream<Uint8Array>(
    {
      start(given) {
        controller = given
      },
      pull() {
        patience.refresh()
        const { value, done } = texts.next()
        if (!done) return controller.enqueue(encoder.encode(value))
        stop()
        controller.close()
      },
      cancel: stop,
    },
    { highWaterMark: 0 },
  )
  if (request.signal.aborted) stop()
  return { body, breakOff }
}
