// What came back to a learner, in whichever coding.
import type { IncomingMessage } from 'node:http'
import { brotliDecompressSync, createBrotliDecompress, createGunzip, gunzipSync } from 'node:zlib'

export interface Reply {
  /** 0: there was none. */
  status: number
  text?: string
  // biome-ignore lint/suspicious/noExplicitAny: who asks knows what comes.
  body?: any
  /** Whole seconds; absent: it does not say. */
  retryAfter?: number
  /** Why there was none. */
  why?: string
}

export function answerOf({ statusCode: status = 0, headers }: IncomingMessage, octets: Buffer): Reply {
  const type = headers['content-type'] ?? ''
  const isJson = /json/.test(type)
  const wait = headers['retry-after']
  const reply: Reply = { status, ...(wait && { retryAfter: Number(wait) }) }
  // Of files nobody here wants to know more than that they came.
  if (!isJson && !/html/.test(type)) return reply
  const coding = headers['content-encoding']
  const text = opened(octets, coding).toString()
  return isJson && text ? { ...reply, body: JSON.parse(text) } : { ...reply, text }
}

function opened(octets: Buffer, coding: string | undefined): Buffer {
  if (coding === 'gzip') return gunzipSync(octets)
  return coding === 'br' ? brotliDecompressSync(octets) : octets
}

export function plain(response: IncomingMessage) {
  const coding = response.headers['content-encoding']
  if (coding === 'gzip') return response.pipe(createGunzip())
  return coding === 'br' ? response.pipe(createBrotliDecompress()) : response
}
