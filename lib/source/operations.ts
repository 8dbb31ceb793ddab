/**
 * The same operation in three lanes: which symbols do it, part by part. An empty part is a fact about the lane and has words in the
 * catalogue `code`; a symbol that is gone fails a test.
 */
import { cookieSource } from '@/lib/strategies/cookie/site/source'
import { jwtSource } from '@/lib/strategies/jwt/site/source'
import { eachLane } from '@/lib/strategies/lanes'
import { sessionSource } from '@/lib/strategies/session/site/source'
import { from, type LaneSource, type SourceRef } from '@/lib/strategies/site/source'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { AROUND } from './around'

export const OPERATIONS = ['open', 'save', 'renew', 'end', 'refresh', 'revoke'] as const
export type OperationName = (typeof OPERATIONS)[number]

export interface OperationPart {
  /** Unique within the operation. */
  name: string
  lanes: Readonly<Record<StrategyName, readonly SourceRef[]>>
}

export interface Operation {
  name: OperationName
  /** What asks for it: the same code for all lanes. */
  shared: readonly SourceRef[]
  parts: readonly OperationPart[]
}

function command(...symbols: string[]) {
  return from('lib/shop/commands.ts', ...symbols)
}

const SOURCES: Readonly<Record<StrategyName, LaneSource>> = {
  cookie: cookieSource,
  session: sessionSource,
  jwt: jwtSource,
}

/** What asks for it, and its parts in the order of the page. */
const TABLE: Record<OperationName, { shared: readonly SourceRef[]; parts: readonly string[] }> = {
  open: { shared: [], parts: ['handle', 'proof', 'look-up'] },
  save: { shared: command('addToCart', 'saveCart'), parts: ['handle', 'state'] },
  renew: { shared: command('signIn'), parts: ['handle', 'credential', 'kept'] },
  end: { shared: command('signOut'), parts: ['handle', 'kept'] },
  refresh: { shared: [], parts: ['handle', 'kept', 'twice'] },
  revoke: {
    shared: from('lib/sandbox/desk/force-sign-out.ts', 'forceSignOut'),
    parts: ['handle', 'kept', 'left'],
  },
}

/** The one seam: from a request to a strategy and back to a response. */
export const SEAM: readonly SourceRef[] = from('lib/serve/serve.ts', 'answer', 'carryOut', 'store')

export const OPERATION_TABLE: readonly Operation[] = OPERATIONS.map((name) => ({
  name,
  shared: TABLE[name].shared,
  parts: TABLE[name].parts.map((part) => ({
    name: part,
    lanes: eachLane((lane) => refsOf(lane, name, part)),
  })),
}))

function refsOf(lane: StrategyName, operation: OperationName, part: string): readonly SourceRef[] {
  const parts: Partial<Record<string, readonly SourceRef[]>> = SOURCES[lane][operation]
  return parts[part] ?? []
}

/** What stands in no operation above, whole: stores, codecs, ports, and the weak positions of dials. */
export const REST: Readonly<Record<StrategyName | 'shared', readonly SourceRef[]>> = {
  shared: [
    ...from('lib/http/cookies.ts', 'cookiesOf', 'serialize'),
    ...from('lib/http/field.ts', 'cookiePairs'),
    ...from('lib/serve/ports.ts', 'portsOf'),
  ],
  ...eachLane((lane) => SOURCES[lane].rest),
}

/** Ids on the page; addresses in the world hold them, so they stay. */
export const anchorOf = (place: string, symbol: string) => `${place}-${symbol}`
export const cellAnchor = (operation: OperationName, lane: StrategyName) => `${operation}-${lane}`

interface Placed {
  id: string
  ref: SourceRef
}

/** Every listing of the page in order, with its id. */
const placed: readonly Placed[] = [
  ...SEAM.map((ref) => ({ id: anchorOf('seam', ref.symbol), ref })),
  ...OPERATION_TABLE.flatMap(({ name, shared, parts }) => [
    ...shared.map((ref) => ({ id: anchorOf(name, ref.symbol), ref })),
    ...parts.flatMap(({ lanes }) =>
      STRATEGIES.flatMap((lane) =>
        lanes[lane].map((ref) => ({ id: anchorOf(cellAnchor(name, lane), ref.anchor ?? ref.symbol), ref })),
      ),
    ),
  ]),
  ...Object.values(REST).flatMap((refs) => refs.map((ref) => ({ id: anchorOf('rest', ref.symbol), ref }))),
  ...AROUND.map(({ ref }) => ({ id: anchorOf('around', ref.symbol), ref })),
]

export const ALL_PLACED = placed

/** Where a symbol stands on the page: by itself, or within what returns it. null: nowhere. */
export function placeOnPage({ file, symbol }: SourceRef): string | null {
  const [outer] = symbol.split('.')
  const at = (name: string | undefined) =>
    placed.find(({ ref }) => ref.file === file && ref.symbol === name)?.id ?? null
  return at(symbol) ?? at(outer)
}
