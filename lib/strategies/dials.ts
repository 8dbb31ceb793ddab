/**
 * The dials: every choice that a team has to make, as data. Each has its allowed positions, a strong default, and the positions that are weak.
 * Parsing, pages, links and tests are made from this table; a strategy reads the positions through its ports.
 */
import type { SameSite, StrategyName } from './strategy'

export type Position = string | number | boolean

export interface Dial<Value extends Position = Position> {
  readonly values: readonly Value[]
  readonly default: Value
  /** Positions that take a protection away. They exist for one visitor's sandbox only, and are called weak on screen. */
  readonly weak: readonly Value[]
  readonly unit?: 'seconds'
}

const onOff = { values: [true, false] } as const

/** In all lanes, for the cookies of that lane. */
const cookies = {
  /** Origin and Fetch Metadata are checked on writes; with `none`, form bodies are accepted too. */
  crossSite: dial({ values: ['check', 'none'], default: 'check', weak: ['none'] }),
  httpOnly: dial({ ...onOff, default: true, weak: [false] }),
  /** Max-Age, or a cookie that lasts until the browser closes. */
  lifetime: dial({ values: ['max-age', 'session'], default: 'max-age', weak: [] }),
} as const

/** `absent` is weak, for the browser decides then. */
const sameSite = (byDefault: 'Strict' | 'Lax') =>
  dial<SameSite>({
    values: ['Strict', 'Lax', 'absent', 'None'],
    default: byDefault,
    weak: ['absent', 'None'],
  })

/** At a sign-in beyond the limit. */
const devices = {
  /** 0: no limit. */
  deviceLimit: dial({ values: [0, 1, 2, 3], default: 0, weak: [] }),
  whenFull: dial({ values: ['end-oldest', 'refuse-new'], default: 'end-oldest', weak: [] }),
} as const

export const DIALS = {
  cookie: {
    ...cookies,
    sameSite: sameSite('Lax'),
    protection: dial({ values: ['sealed', 'signed', 'plain'], default: 'sealed', weak: ['signed', 'plain'] }),
    cartFormat: dial({ values: ['ids', 'full'], default: 'ids', weak: [] }),
    /** Is a cookie that no browser would keep refused by the shop, or sent for the browser to drop? */
    sizeCheck: dial({ values: ['refuse', 'none'], default: 'refuse', weak: ['none'] }),
    /** A number per user, kept by the server and compared at each request. */
    generation: dial({ ...onOff, default: false, weak: [] }),
  },
  session: {
    ...cookies,
    sameSite: sameSite('Lax'),
    idle: dial({ values: [60, 300, 1800, 28_800], default: 1800, weak: [], unit: 'seconds' }),
    absolute: dial({ values: [300, 3600, 43_200, 2_592_000], default: 43_200, weak: [], unit: 'seconds' }),
    /** Does a request move the idle end? */
    sliding: dial({ ...onOff, default: true, weak: [] }),
    renewal: dial({ ...onOff, default: true, weak: [false] }),
    unknownIds: dial({ values: ['refuse', 'adopt'], default: 'refuse', weak: ['adopt'] }),
    ...devices,
    customer: dial({ values: ['looked-up', 'copied'], default: 'looked-up', weak: ['copied'] }),
    passwordChange: dial({
      values: ['ends-others', 'keeps-others'],
      default: 'ends-others',
      weak: ['keeps-others'],
    }),
    storedId: dial({ values: ['hashed', 'raw'], default: 'hashed', weak: ['raw'] }),
  },
  jwt: {
    ...cookies,
    sameSite: sameSite('Strict'),
    carrier: dial({
      values: ['memory', 'local-storage', 'cookie'],
      default: 'memory',
      weak: ['local-storage'],
    }),
    algorithm: dial({ values: ['HS256', 'EdDSA'], default: 'HS256', weak: [] }),
    accessLife: dial({ values: [10, 30, 60, 300, 900], default: 60, weak: [], unit: 'seconds' }),
    /** How far past `exp` a token is still taken. */
    tolerance: dial({ values: [0, 5, 30], default: 0, weak: [], unit: 'seconds' }),
    refresh: dial({ values: ['rotating', 'fixed', 'none'], default: 'rotating', weak: ['fixed'] }),
    reuseDetection: dial({ ...onOff, default: true, weak: [false] }),
    /** How long the token before the current one gets the same successor again. */
    grace: dial({ values: [0, 2, 5, 10], default: 0, weak: [], unit: 'seconds' }),
    /** The expired access token goes along with the refresh, and has to be of the same family. */
    sendExpired: dial({ ...onOff, default: false, weak: [] }),
    /** A new access token with each answer; `capped`: until the absolute end counted from sign-in. */
    sliding: dial({ values: ['off', 'capped', 'uncapped'], default: 'off', weak: ['uncapped'] }),
    denylist: dial({ ...onOff, default: false, weak: [] }),
    cartIn: dial({ values: ['row', 'claims'], default: 'row', weak: [] }),
    /** Tokens from before the last password change are refused. */
    oldTokens: dial({ values: ['accepted', 'refused'], default: 'accepted', weak: [] }),
    ...devices,
  },
} as const satisfies Record<StrategyName, Record<string, Dial>>

type ValuesOf<Lane> = { -readonly [Name in keyof Lane]: Lane[Name] extends Dial<infer Value> ? Value : never }

/** Where all dials of all lanes stand. */
export type Dials = { [Strategy in StrategyName]: ValuesOf<(typeof DIALS)[Strategy]> }

export const DEFAULT_DIALS: Dials = {
  cookie: defaultsOf(DIALS.cookie),
  session: defaultsOf(DIALS.session),
  jwt: defaultsOf(DIALS.jwt),
}

function dial<const Value extends Position>(definition: Dial<Value>): Dial<Value> {
  return definition
}

function defaultsOf<Lane extends Record<string, Dial>>(lane: Lane): ValuesOf<Lane> {
  return Object.fromEntries(
    Object.entries(lane).map(([name, each]) => [name, each.default]),
  ) as ValuesOf<Lane>
}
