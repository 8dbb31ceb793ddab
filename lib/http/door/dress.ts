/**
 * No answer leaves without the usual fields, whoever made it: they are filled in when the head is written, where nobody has said
 * anything else. A redirect of the framework has none of its own.
 */
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { EVERYWHERE, INERT, OVER_TLS, UNFRAMED, UNKEPT } from '../usual-fields'

/** @param tls the client came over TLS, as far as this server may believe it */
export function dress(response: ServerResponse, tls: boolean): void {
  const writeHead = response.writeHead as (...args: unknown[]) => ServerResponse
  response.writeHead = (...args: unknown[]) => {
    const given = args.at(-1)
    // Given beside the status they would be written as they are.
    if (isPlain(given)) {
      args.pop()
      for (const [name, value] of Object.entries(given))
        if (value !== undefined) response.setHeader(name, value)
    }
    complete(response, tls)
    return writeHead.apply(response, args)
  }
}

const isPlain = (value: unknown): value is OutgoingHttpHeaders =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function complete(response: ServerResponse, tls: boolean): void {
  fill(response, EVERYWHERE)
  // Set-Cookie keeps no cache from keeping (RFC 9111 section 7.3): the next visitor would be handed this one's cookie.
  if (response.hasHeader('set-cookie')) response.setHeader('Cache-Control', UNKEPT['Cache-Control'])
  fill(response, UNKEPT)
  // Who has a policy of its own says there who may frame it.
  if (!response.hasHeader('content-security-policy')) {
    fill(response, INERT)
    fill(response, UNFRAMED)
  }
  if (tls) fill(response, OVER_TLS)
  // The framework's route handlers leave a list of one.
  const [type] = [response.getHeader('content-type')].flat()
  if (typeof type === 'string') response.setHeader('Content-Type', withCharset(type))
}

function fill(response: ServerResponse, fields: Readonly<Record<string, string>>): void {
  for (const name in fields) if (!response.hasHeader(name)) response.setHeader(name, fields[name]!)
}

const TEXT = /^(?:text\/|application\/xml|[\w.+-]+\/[\w.-]+\+xml)/i

/** ASVS 5.0, 4.1.1: text/*, /xml and +xml say how they are encoded. */
function withCharset(type: string): string {
  return TEXT.test(type) && !/;\s*charset=/i.test(type) ? `${type}; charset=utf-8` : type
}
