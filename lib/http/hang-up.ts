/**
 * Ends the connection that a request came over, with whatever is on its way. Route handlers see no socket, and an error of the body that
 * they stream waits for what a client does not read: so each request has a number that it has only inside of this process.
 */
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { perProcess } from '@/lib/process/once'

const FIELD = 'x-connection'

const underWay = () =>
  perProcess('connections', () => ({ number: 0, responses: new Map<string, ServerResponse>() }))

/** Once in a process, before the first request. */
export function installHangUp(): void {
  perProcess('hang-up', () => {
    subscribe('http.server.request.start', (message) => note(message as Begun))
    return true
  })
}

interface Begun {
  request: IncomingMessage
  response: ServerResponse
}

/** For every request: what a client wrote into that field is replaced. */
function note({ request, response }: Begun): void {
  const own = underWay()
  own.number += 1
  const number = String(own.number)
  request.headers[FIELD] = number
  own.responses.set(number, response)
  response.once('close', () => own.responses.delete(number))
}

/** Does nothing where there is no connection, or none any more. */
export function hangUpOn({ headers }: Request): void {
  underWay()
    .responses.get(headers.get(FIELD) ?? '')
    ?.req.socket.destroy()
}
