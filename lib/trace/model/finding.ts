/** What a watched port gives away about what lies where. `apply-finding.ts` writes findings into the ledger. */
import type { SealedVisit } from '@/lib/strategies/cookie/credential'
import type { CartRow } from '@/lib/strategies/jwt/carts'
import type { AccessClaims } from '@/lib/strategies/jwt/credential'
import type { DeniedId } from '@/lib/strategies/jwt/denied'
import type { FamilyEnd, FamilyRow } from '@/lib/strategies/jwt/store'
import type { SessionRow } from '@/lib/strategies/session/store'

/** A customer's number in the cookie lane, with the dial `generation` on. */
export interface GenerationRow {
  userId: string
  generation: number
}

/** jwt, with the dial `denylist` on. */
export interface DeniedRow {
  id: DeniedId
  expiresAt: Date
}

/** `known`: it was so already, a read found it. Everything else changed something. */
export type Finding =
  | { type: 'sealed-visit'; known: boolean; text: string; visit: SealedVisit }
  | { type: 'access-token'; known: boolean; text: string; claims: AccessClaims }
  | { type: 'session-row'; known: boolean; row: SessionRow }
  | { type: 'sessions-gone'; known?: boolean; which: Partial<SessionRow>; keepIdHash?: string }
  | { type: 'family-row'; known: boolean; row: FamilyRow }
  | { type: 'token-spent'; known?: false; family: FamilyRow; at: Date }
  | {
      type: 'families-ended'
      known?: false
      which: Partial<FamilyRow>
      keepId?: string
      because: FamilyEnd
      at: Date
    }
  | { type: 'generation-row'; known: boolean; row: GenerationRow }
  | { type: 'denied-row'; known?: false; row: DeniedRow }
  | { type: 'cart-row'; known: boolean; row: CartRow }
  | { type: 'cart-gone'; known?: boolean; subject: string }
