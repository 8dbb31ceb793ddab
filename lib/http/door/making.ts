/** How far an answer is. */
import type { ServerResponse } from 'node:http'

/** @returns resolves with its head: an event stream has no end */
export function answerBegun(response: ServerResponse, longest: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, longest).unref()
  const begun = () => {
    clearTimeout(timer)
    resolve()
  }
  const writeHead = response.writeHead as (...args: unknown[]) => ServerResponse
  response.writeHead = (...args: unknown[]) => {
    begun()
    return writeHead.apply(response, args)
  }
  response.once('close', begun)
  return promise
}

/**
 * Whoever makes it is never told to wait for the reader: what is written lies in memory as octets (unread.ts bounds them), which is a
 * small part of what a page holds while it is being drawn.
 * @returns resolves when nothing more will be written
 */
export function madeInOneGo(response: ServerResponse): Promise<void> {
  const write = response.write as (...args: unknown[]) => boolean
  const end = response.end as (...args: unknown[]) => ServerResponse
  response.write = (...args: unknown[]) => {
    write.apply(response, args)
    return true
  }
  return new Promise((resolve) => {
    response.end = (...args: unknown[]) => {
      resolve()
      return end.apply(response, args)
    }
    response.once('close', resolve)
  })
}
