/**
 * The same operation in three lanes: which symbols do it, part by part. An empty part is a fact about the lane and has words in the
 * catalogue `code`; a symbol that is gone fails a test.
 */
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import type { SourceRef } from './source'

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

const from = (file: string, ...symbols: string[]): SourceRef[] => symbols.map((symbol) => ({ file, symbol }))
const cookie = (file: string, ...symbols: string[]) => from(`lib/strategies/cookie/${file}.ts`, ...symbols)
const session = (file: string, ...symbols: string[]) => from(`lib/strategies/session/${file}.ts`, ...symbols)
const jwt = (file: string, ...symbols: string[]) => from(`lib/strategies/jwt/${file}.ts`, ...symbols)
const opaque = (...symbols: string[]) => from('lib/strategies/opaque.ts', ...symbols)
const command = (...symbols: string[]) => from('lib/shop/commands.ts', ...symbols)
const desk = (...symbols: string[]) => from('lib/sandbox/desk/force-sign-out.ts', ...symbols)

const part = (
  name: string,
  ofCookie: SourceRef[],
  ofSession: SourceRef[],
  ofJwt: SourceRef[],
): OperationPart => ({ name, lanes: { cookie: ofCookie, session: ofSession, jwt: ofJwt } })

/** The one seam: from a request to a strategy and back to a response. */
export const SEAM: readonly SourceRef[] = from('lib/serve/serve.ts', 'answer', 'carryOut', 'store')

export const OPERATION_TABLE: readonly Operation[] = [
  {
    name: 'open',
    shared: [],
    parts: [
      part(
        'handle',
        cookie('strategy', 'cookieStrategy.open'),
        session('strategy', 'sessionStrategy.open'),
        jwt('strategy', 'jwtStrategy.open'),
      ),
      part('proof', cookie('credential', 'createSeals.unseal'), opaque('opaqueValues.hash'), [
        ...jwt('carrier', 'presentedToken', 'fromAuthorization'),
        ...jwt('credential', 'createAccessTokens.verify'),
      ]),
      part('look-up', [], session('store', 'createSessionStore.find'), [
        ...jwt('cart-place', 'readCart'),
        ...jwt('carts', 'createCartStore.find'),
      ]),
    ],
  },
  {
    name: 'save',
    shared: command('addToCart', 'saveCart'),
    parts: [
      part(
        'handle',
        cookie('strategy', 'handle.save', 'write'),
        session('strategy', 'handle.save', 'saveRow'),
        [...jwt('strategy', 'handle.save'), ...jwt('cart-place', 'saveCart')],
      ),
      part(
        'state',
        cookie('credential', 'createSeals.seal'),
        session('store', 'createSessionStore.save'),
        jwt('carts', 'createCartStore.save'),
      ),
    ],
  },
  {
    name: 'renew',
    shared: command('signIn'),
    parts: [
      part(
        'handle',
        [...cookie('strategy', 'handle.renew'), ...cookie('lifetime', 'endOfNewVisit')],
        [...session('strategy', 'handle.renew', 'signIn'), ...session('issue', 'reissue', 'storeRow')],
        jwt('strategy', 'handle.renew', 'signIn', 'begin'),
      ),
      part(
        'credential',
        [],
        [...opaque('opaqueValues.make'), ...session('cookies', 'writeCookie')],
        [
          ...jwt('issue', 'newFamily', 'issueTo', 'issue'),
          ...jwt('credential', 'createAccessTokens.sign'),
          ...jwt('carrier', 'handOut'),
          ...jwt('cookies', 'handOutRefreshToken'),
        ],
      ),
      part('kept', [], session('store', 'createSessionStore.replace', 'replace'), [
        ...jwt('store', 'createRefreshFamilyStore.insert'),
        ...jwt('cart-place', 'takeOver'),
        ...jwt('carts', 'createCartStore.merge'),
      ]),
    ],
  },
  {
    name: 'end',
    shared: command('signOut'),
    parts: [
      part(
        'handle',
        cookie('strategy', 'handle.end'),
        session('strategy', 'handle.end'),
        jwt('strategy', 'handle.end'),
      ),
      part('kept', [], session('store', 'createSessionStore.end'), [
        ...jwt('end', 'signOut', 'endFamily'),
        ...jwt('store', 'createRefreshFamilyStore.end'),
      ]),
    ],
  },
  {
    name: 'refresh',
    shared: [],
    parts: [
      part('handle', cookie('strategy', 'handle.touch'), session('strategy', 'handle.touch', 'touch'), [
        ...from('lib/serve/serve-refresh.ts', 'serveRefresh'),
        ...jwt('refresh', 'refresh', 'renew'),
      ]),
      part('kept', [], session('store', 'createSessionStore.touch'), [
        ...jwt('store', 'createRefreshFamilyStore.findByToken', 'createRefreshFamilyStore.rotate'),
      ]),
      part(
        'twice',
        [],
        [],
        [...jwt('refresh', 'usedBefore'), ...jwt('store', 'createRefreshFamilyStore.findBySpentToken')],
      ),
    ],
  },
  {
    name: 'revoke',
    shared: desk('forceSignOut'),
    parts: [
      part('handle', desk('LANES.cookie'), desk('LANES.session'), desk('LANES.jwt')),
      part(
        'kept',
        [],
        session('store', 'createSessionStore.endAll'),
        jwt('store', 'createRefreshFamilyStore.endAll'),
      ),
      part('left', from('lib/sandbox/world/seals-seen.ts', 'sealsOf'), [], desk('endedFamilies')),
    ],
  },
]

/** What stands in no operation above, whole: stores, codecs, ports, and the weak positions of dials. */
export const REST: Readonly<Record<StrategyName | 'shared', readonly SourceRef[]>> = {
  shared: [
    ...from('lib/http/cookies.ts', 'cookiesOf', 'serialize'),
    ...from('lib/http/field.ts', 'cookiePairs'),
    ...from('lib/serve/ports.ts', 'portsOf'),
  ],
  cookie: [
    ...cookie('site/wiring', 'visitCodec'),
    ...cookie('store', 'createGenerationStore'),
    ...cookie('site/weak', 'createSignedVisits', 'plainVisits'),
  ],
  session: [
    ...session('store', 'createSessionStore'),
    ...session('site/weak', 'createSessionIds', 'weakAnyId', 'weakRawIds'),
  ],
  jwt: [
    ...jwt('store', 'createRefreshFamilyStore'),
    ...jwt('carts', 'createCartStore'),
    ...jwt('refresh-tokens', 'createRefreshTokens'),
    ...jwt('denied', 'createDeniedTokenStore'),
  ],
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
        lanes[lane].map((ref) => ({ id: anchorOf(cellAnchor(name, lane), ref.symbol), ref })),
      ),
    ),
  ]),
  ...Object.values(REST).flatMap((refs) => refs.map((ref) => ({ id: anchorOf('rest', ref.symbol), ref }))),
]

export const ALL_PLACED = placed

/** Where a symbol stands on the page: by itself, or within what returns it. null: nowhere. */
export function placeOnPage({ file, symbol }: SourceRef): string | null {
  const [outer] = symbol.split('.')
  const at = (name: string | undefined) =>
    placed.find(({ ref }) => ref.file === file && ref.symbol === name)?.id ?? null
  return at(symbol) ?? at(outer)
}
