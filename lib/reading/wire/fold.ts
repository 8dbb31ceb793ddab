/** Which header lines of a step are equal in all its lanes, so that what is left is the difference. Pure. */
import type { StrategyName } from '@/lib/strategies/strategy'
import type { Exchange, HeaderLine } from '@/lib/trace/model/exchange'
import { noteOfField, UNKNOWN } from '../notes/field-notes'
import type { Step } from '../timeline/steps-of'
import { type HeadSide, partsOf, writtenHere } from './wire-parts'

/** Which header lines are equal in all lanes of the step: positions in `headers`, per head. */
export interface FoldedLines {
  request: readonly number[]
  response: readonly number[]
}

/** For each lane of the step the positions of its equal lines; nothing to fold with fewer than two lanes. */
export function foldOf({ exchanges }: Pick<Step, 'exchanges'>): Partial<Record<StrategyName, FoldedLines>> {
  // A lane that has not answered yet may be named, with nothing in it.
  const lanes = Object.values(exchanges).filter((lane: Exchange | undefined) => lane !== undefined)
  const requests = equalLines(lanes.map((lane) => lane.request.headers))
  const responses = equalLines(lanes.map((lane) => lane.response?.headers ?? []))
  return Object.fromEntries(
    lanes.map((lane: Exchange) => [
      lane.strategy,
      {
        request: positions(lane.request.headers, requests),
        response: positions(lane.response?.headers ?? [], responses),
      },
    ]),
  )
}

function equalLines(heads: HeaderLine[][]): ReadonlySet<string> {
  if (heads.length < 2) return new Set()
  const [first = [], ...others] = heads.map(keysOf)
  return new Set(first.filter((key) => others.every((keys) => keys.includes(key))))
}

function positions(head: HeaderLine[], equal: ReadonlySet<string>): number[] {
  return keysOf(head).flatMap((key, i) => (equal.has(key) ? [i] : []))
}

/** Field names are case-insensitive (RFC 9110 section 5.1); a repeated line counts as its first, second… occurrence. */
function keysOf(head: HeaderLine[]): string[] {
  const seen = new Map<string, number>()
  return head.map(([name, value]) => {
    const line = `${name.toLowerCase()}: ${value}`
    const nth = (seen.get(line) ?? 0) + 1
    seen.set(line, nth)
    return `${nth} ${line}`
  })
}

/** Lines of one head that the browser, the client or the HTTP server adds whatever the lane does. A field that nobody knows is none of them. */
export function addedByItself(
  side: HeadSide,
  exchange: Pick<Exchange, 'request' | 'response' | 'guestText'>,
) {
  const held = side === 'request' ? (exchange.guestText?.lines ?? []) : []
  return (exchange[side]?.headers ?? []).flatMap((line, index) => {
    const isOurs = writtenHere(side, line) || noteOfField(side, line[0]) === UNKNOWN
    return isOurs || held.includes(index) || carriesSecret(side, line) ? [] : [index]
  })
}

const carriesSecret = (side: HeadSide, line: HeaderLine) =>
  partsOf(side, line).some(({ kind }) => kind === 'credential')
