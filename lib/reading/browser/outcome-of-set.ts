/** What became of a Set-Cookie line: what is expected, and what later requests of this browser showed. Pure. */
import { pathMatches } from '@/lib/cookies/matching'
import type { Expectation } from '@/lib/cookies/storage-model'
import type { Exchange } from '@/lib/trace/model/exchange'
import { expectationsOf, fieldOf, fromBrowser, pathOfTarget } from './browser-jar'

export type SetEvidence =
  | { kind: 'not-yet' }
  /** A request showed it: carried what was stored, or no longer what was deleted. */
  | { kind: 'confirmed'; seq: number }
  /** A request that should have carried it came without, or the other way round. */
  | { kind: 'contradicted'; seq: number }
  /** Another answer put another in its place before a request could show it. */
  | { kind: 'superseded'; seq: number }

export interface SetOutcome {
  expected: Expectation
  /** The newest exchange before that had set the same name and Path; null: none that is known. */
  replaces: number | null
  seen: SetEvidence
}

/** @param index place of the Set-Cookie line in the head of the answer @param exchanges oldest first */
export function outcomeOfSet(
  exchange: Exchange,
  index: number,
  exchanges: readonly Exchange[],
): SetOutcome | null {
  const expected = expectationsOf(exchange).find((one) => one.index === index)?.expected
  if (!expected) return null
  const others = exchanges.filter((one) => one.seq !== exchange.seq && fromBrowser(one))
  const replaced = others.findLast((one) => one.seq < exchange.seq && sets(one, expected)?.kind !== undefined)
  const alive = replaced && sets(replaced, expected)!.kind === 'stored' ? replaced.seq : null
  const later = others.filter(({ seq }) => seq > exchange.seq)
  const seen: SetEvidence = fromBrowser(exchange) ? seenIn(later, exchange, expected) : { kind: 'not-yet' }
  return { expected, replaces: alive, seen }
}

/** What an exchange does to the cookie of this name and Path; the last line counts. */
const sets = (exchange: Exchange, { name, path }: Expectation): Expectation | undefined =>
  expectationsOf(exchange).findLast(
    ({ expected }) => expected.name === name && expected.path === path && expected.kind !== 'refused',
  )?.expected

function seenIn(later: readonly Exchange[], exchange: Exchange, expected: Expectation): SetEvidence {
  const end = Date.parse(exchange.at) + exchange.cost.micros / 1000
  for (const next of later) {
    // One that was under way before the answer was complete proves nothing.
    if (Date.parse(next.at) > end && isAsked(next, expected)) {
      const shown = verdict(next, exchange.seq, expected)
      if (shown) return { kind: shown, seq: next.seq }
    }
    if (sets(next, expected)) return { kind: 'superseded', seq: next.seq }
  }
  return { kind: 'not-yet' }
}

/** Would a browser send the cookie with this request, if it has it? Only where nothing else keeps it back. */
function isAsked({ request, at }: Exchange, { path, keptUntil }: Expectation): boolean {
  const stillKept = keptUntil === null || keptUntil === 0 || keptUntil > Date.parse(at)
  const site = fieldOf(request.headers, 'sec-fetch-site')
  return stillKept && site === 'same-origin' && pathMatches(pathOfTarget(request), path)
}

function verdict({ carried = [] }: Exchange, setBy: number, { kind, name }: Expectation) {
  const sent = carried.filter((one) => one.name === name)
  const came = sent.some((one) => one.setBy === setBy)
  if (kind === 'stored') return came ? 'confirmed' : 'contradicted'
  if (kind === 'deleted') return sent.length === 0 ? 'confirmed' : 'contradicted'
  return came ? 'contradicted' : 'confirmed'
}
