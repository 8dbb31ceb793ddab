/**
 * How much of a head is looked at. Each is counted in one pass, before any expression and before the framework: it goes through the names of
 * a query once for each parameter, several times over, and a name that is repeated makes that a square.
 */
import type { IncomingMessage } from 'node:http'
import type { Refusal } from './refusal'

export const MOST = {
  /** Characters of path and query. */
  target: 8192,
  path: 2048,
  /** Slashes, however they stand. */
  segments: 32,
  parameters: 100,
  parameter: 4096,
  fields: 100,
  field: 8192,
} as const

/** Of these the head as a whole is the bound: how far they can go is what the labs are about. */
const CREDENTIALS = new Set(['cookie', 'authorization'])

const SLASH = 47
const AMPERSAND = 38

export function beyondBounds({ url = '', rawHeaders }: IncomingMessage): Refusal | null {
  if (!fits(url)) return { code: 'address_too_long' }
  if (rawHeaders.length > 2 * MOST.fields) return { code: 'head_too_large' }
  for (let at = 1; at < rawHeaders.length; at += 2)
    if (rawHeaders[at]!.length > MOST.field && !CREDENTIALS.has(rawHeaders[at - 1]!.toLowerCase()))
      return { code: 'head_too_large', errors: [{ path: nameOf(rawHeaders[at - 1]!), code: 'too_long' }] }
  return null
}

const nameOf = (name: string) => name.slice(0, 60).toLowerCase()

function fits(url: string): boolean {
  if (url.length > MOST.target) return false
  const found = url.indexOf('?')
  const pathEnd = found < 0 ? url.length : found
  return (
    pathEnd <= MOST.path &&
    count(url, SLASH, 0, pathEnd) <= MOST.segments &&
    count(url, AMPERSAND, pathEnd, url.length) < MOST.parameters &&
    longestBetween(url, AMPERSAND, pathEnd + 1) <= MOST.parameter
  )
}

function count(text: string, code: number, from: number, to: number): number {
  let found = 0
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === code) found++
  return found
}

function longestBetween(text: string, code: number, from: number): number {
  let longest = 0
  let begin = from
  for (let at = from; at <= text.length; at++)
    if (at === text.length || text.charCodeAt(at) === code) {
      longest = Math.max(longest, at - begin)
      begin = at + 1
    }
  return longest
}
