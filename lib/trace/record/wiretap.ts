/**
 * Listens beneath the framework: what the HTTP server of this process received and sent, exactly. It changes no answer and cannot
 * fail a request.
 *
 * Limits, all of Node's server: a head over 16 KiB is answered (431) before anybody hears of it, and with pipelining (which no
 * browser does) the octets of requests that came together cannot be told apart.
 */
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { isOutside } from '@/lib/http/outside-servers'
import { isOwnSocket } from '@/lib/http/own-sockets'
import { handOver } from '@/lib/http/witness'
import { quietly } from '@/lib/log/shielded'
import { env } from '@/lib/process/env'
import { forgetPerProcess, perProcess } from '@/lib/process/once'
import { type LaneTarget, laneTarget } from '../model/lane-target'
import { Recording } from './exchange-recorder'
import { connectionOf, type Octets, octetsSince } from './socket-octets'
import { linesOf, parseSentHead } from './wire-head'

interface HttpEvent {
  request: IncomingMessage
  response: ServerResponse
  socket: Socket
  server: Server
}

/** Once per process, however often it is called. @returns ends it */
export const startWireTap = (): (() => void) => perProcess('wiretap', listen)

function listen(): () => void {
  const started = (message: unknown) => quietly(() => begin(message as HttpEvent))
  const finished = (message: unknown) => quietly(() => connectionOf((message as HttpEvent).socket).mark())
  subscribe('http.server.request.start', started)
  subscribe('http.server.response.finish', finished)
  return () => {
    unsubscribe('http.server.request.start', started)
    unsubscribe('http.server.response.finish', finished)
    forgetPerProcess('wiretap')
  }
}

function begin({ request, response, socket, server }: HttpEvent): void {
  if (isOutside(server)) return
  const octets = connectionOf(socket).begin()
  const { method = '', url = '' } = request
  const lane = laneTarget(method, url)
  if (lane) record(lane, { request, response, socket }, octets)
  else handOver(request, null)
}

function record(
  lane: LaneTarget,
  { request, response, socket }: Omit<HttpEvent, 'server'>,
  octets: Octets,
): void {
  const { method = '', url: target = '', httpVersion } = request
  const headers = linesOf(request.rawHeaders)
  const { id, nth } = octets
  const tls = 'encrypted' in socket || env.APP_ORIGIN?.startsWith('https:') === true
  const recording = new Recording({
    ...lane,
    request: { method, target, httpVersion, headers },
    connection: { id, nth },
    tls,
    fromItself: isOwnSocket(socket),
  })
  const served = handOver(request, recording)
  response.once('close', () =>
    quietly(() => {
      served()
      const head = (response as unknown as { _header: string | null })._header
      const { received, sent } = octetsSince(
        octets,
        { method, target, httpVersion, headers },
        request.complete,
      )
      const headBytes = head?.length ?? 0
      recording.finish({
        completed: response.writableFinished,
        response: head
          ? { ...parseSentHead(head), headBytes, bodyBytes: Math.max(0, sent - headBytes) }
          : null,
        ...received,
      })
    }),
  )
}
