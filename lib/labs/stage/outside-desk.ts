/** What a lab has opened that is not this shop. Types alone: a page may load a lab, and nothing of this comes along. */
import type { OpenBff } from '../bff/bff'
import type { OpenBound } from '../bound/bound'
import type { OpenRemember } from '../remember/remember'
import type { Front } from '../x01-connections/front'
import type { Manner } from '../x01-connections/manner'
import type { CachedShop } from '../x20-cache/cached-shop'
import type { CacheRules } from '../x20-cache/rules'

export interface OutsideDesk {
  /** A balancer before this lane's room, and a client that keeps connections in its own manner. */
  openFront(manner: Manner): Promise<Front>
  /** A server before the shop that keeps people signed in. */
  openRemember: OpenRemember
  /** A cache that all visitors share, before the cart of this lane's room. */
  openCachedShop(rules: CacheRules): Promise<CachedShop>
  /** One whose tokens are bound to a key. */
  openBound: OpenBound
  /** A backend for frontend, which keeps the tokens of this lane. */
  openBff: OpenBff
}
