/** What a watched port of the JWT lane gives away about what lies where. */
import type { CartRow } from '../carts'
import type { AccessClaims } from '../credential'
import type { DeniedId } from '../denied'
import type { FamilyEnd, FamilyRow } from '../store'

/** With the dial `denylist` on. */
export interface DeniedRow {
  id: DeniedId
  expiresAt: Date
}

/** A subject's number, with the dial `userKeys` on. */
export interface UserKeyRow {
  subject: string
  number: number
}

export type JwtFinding =
  | { type: 'access-token'; known: boolean; text: string; claims: AccessClaims }
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
  | { type: 'denied-row'; known?: false; row: DeniedRow }
  | { type: 'user-key-row'; known: boolean; row: UserKeyRow }
  | { type: 'cart-row'; known: boolean; row: CartRow }
  | { type: 'cart-gone'; known?: boolean; subject: string }
