/** What a watched port or the wire gives away about what lies where. Findings go into the ledger. */

import type { SealedVisit } from '../strategies/cookie/credential'
import type { AccessClaims } from '../strategies/jwt/credential'
import type { CartRow, FamilyEnd, FamilyRow } from '../strategies/jwt/store'
import type { SessionRow } from '../strategies/session/store'
import type { OutgoingCookie } from '../strategies/strategy'

/** `known`: it was so already (a read). Everything else changed something. */
export type Finding =
  | { type: 'sealed-visit'; known: boolean; text: string; visit: SealedVisit }
  | { type: 'access-token'; known: boolean; text: string; claims: AccessClaims }
  | { type: 'cookie-written'; cookie: OutgoingCookie }
  | { type: 'session-row'; known: boolean; row: SessionRow }
  | {
      type: 'session-gone'
      which: Partial<Pick<SessionRow, 'idHash' | 'handle' | 'userId'>>
      keepIdHash?: string
    }
  | { type: 'family-row'; known: boolean; row: FamilyRow }
  | { type: 'token-spent'; family: string; tokenHash: string }
  | {
      type: 'family-ended'
      which: { id?: string; subject?: string }
      keepId?: string
      because: FamilyEnd
      at: Date
    }
  | { type: 'cart-row'; known: boolean; row: CartRow }
  | { type: 'cart-gone'; subject: string }
