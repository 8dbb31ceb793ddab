/** What the page knows: the types of the live store (store.ts). Types only, nothing to load. */

import type { RunReport } from '@/lib/labs/run/run'
import type { DeskAct } from '@/lib/reading/timeline/desk-act'
import type { VisitorDevice } from '@/lib/reading/visitor-device'
import type { CartAnswer, CustomerAnswer, OrderAnswer, Product } from '@/lib/shop/answers'
import type { Role } from '@/lib/shop/visit'
import type { Dials } from '@/lib/strategies/dials'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import type { OwnerAct } from '@/lib/trace/model/owner-act'
import type { Wait } from '../requests/in-turn'

/** What one exchange was, in full. */
export const DEPTHS = ['wire', 'steps', 'stored', 'exposed'] as const
export type Depth = (typeof DEPTHS)[number]

/** Of the three lanes side by side: first what differs, then all of it. */
export const VIEWS = ['evidence', ...DEPTHS] as const
export type View = (typeof VIEWS)[number]

export type Phase =
  | 'starting'
  | 'live'
  /** The event stream broke; the browser is trying again. Acts still work. */
  | 'reconnecting'
  /** The sandbox is gone on the server (swept, or started over in another tab), as the server says. */
  | 'ended'
  /** The server finds no sandbox by what this browser sends as its key: nothing, a key that it does not know, or two. */
  | 'key-absent'
  | 'key-unknown'
  | 'key-doubled'
  /** The browser kept no owner cookie, in a secure context. */
  | 'cookies-blocked'
  /** Plain http on this machine: the browser keeps cookies there, and none with `Secure`. */
  | 'secure-over-http'
  /** Not a secure context, and the browser kept no `Secure` cookie: plain http from another machine. */
  | 'insecure'
  /** Inside somebody else's frame. */
  | 'framed'
  /** 429: `retryAfter` counts down, then it starts by itself. */
  | 'too-many'
  /** 431: the browser sends more header fields than the server reads, for the most part cookies of other programs on this host. */
  | 'head-too-large'
  /** The server could not be reached. */
  | 'failed'
  /** The server answered what it should not, or the page itself failed. */
  | 'not-opened'

export interface SandboxAnswer {
  /** Public name of the sandbox: 11 base64url characters, behind the name of its cell if there is one. */
  id: string
  /** ISO 8601, real time. */
  createdAt: string
  /** ISO 8601, real time. */
  expiresAt: string
}

export interface DemoUser {
  email: string
  name: string
  role: Role
  /** Whole percent, as the user row has it. */
  discount: number
  /** null after the password was changed. */
  password: string | null
}

/** One shop: one lane on one device. */
export interface ShopState {
  /** At least one request of this shop is on its way or queued. */
  busy: boolean
  customer: CustomerAnswer | null
  /** The name of the customer before a 401 took the sign-in away; null after a sign-in or a sign-out. */
  formerly: string | null
  /** null until the first answer, and after a 401: the shop does not say what is in it. */
  cart: CartAnswer | null
  /** null until asked for. */
  orders: OrderAnswer[] | null
  /** The newest answer. `at`: milliseconds since the epoch, this browser's clock. `status` 0: no answer came. */
  last: {
    status: number
    code: string | null
    at: number
    /** Until the page asks again by itself. */
    wait?: Wait
  } | null
  /** The newest add was refused with 409 `cart_full`. */
  full?: boolean
}

/** Of a shop that was not asked for anything yet. */
export const UNREAD: ShopState = {
  busy: false,
  customer: null,
  formerly: null,
  cart: null,
  orders: null,
  last: null,
}

export type Shops = Record<StrategyName, Record<VisitorDevice, ShopState>>

export interface LiveState {
  phase: Phase
  /** Seconds left; only in `too-many`. */
  retryAfter: number | null
  sandbox: SandboxAnswer | null
  /** The server is going to be taken away, and the sandbox ends then: ISO 8601, real time. null: nothing of that is known. */
  closesAt: string | null
  users: DemoUser[]
  catalogue: Product[]
  shops: Shops
  /** Masked, oldest first, at most MOST_EXCHANGES. */
  exchanges: Exchange[]
  /** How many older exchanges were let go, here or by the server. */
  dropped: number
  desk: DeskAct[]
  /** What else was done from outside of the lanes, oldest first. */
  acts: OwnerAct[]
  /** As last told of: a lab of this sandbox went on. */
  labRun: RunReport | null
  /** Where the dials of this sandbox stand. */
  dials: Dials
  /** Seconds by which the sandbox clock is ahead of the server's. */
  clockOffset: number
  /** Milliseconds by which the server's clock is ahead of this browser's, as last seen. */
  serverAhead: number
  device: VisitorDevice
  view: View
  /** What a forced sign-out would do is not told: the visitor is asked first (app/_notices/path.tsx). */
  untold: boolean
  /** The chosen lane: the tab on a phone, the page on a lane page. */
  lane: StrategyName
  /** Index into the steps of steps-of.ts; null: the newest, live. */
  cursor: number | null
  /** An opened event (event-id.ts), which stands in the panel in the place of a step; null: a step is shown. */
  event: string | null
}

export const MOST_EXCHANGES = 500
