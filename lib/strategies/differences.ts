/**
 * Where the three strategies differ, declared. The contract suite measures each row in each lane
 * and fails when a row stops being true, in either direction. Pages and labs read the same table.
 */
import { ACCESS_TOKEN_LIFE, REFRESH_LIFE, SESSION_IDLE_LIFE, SESSION_LIFE, VISIT_LIFE } from './lifetimes'
import type { StrategyName } from './strategy'

type Row<Value> = Readonly<Record<StrategyName, Value>>

/** What a credential that was copied before is worth afterwards. */
export type Worth = 'accepted' | 'refused'

export const DIFFERENCES = {
  /** Seconds until an unused credential ends by itself. */
  ownEnd: row(VISIT_LIFE, SESSION_IDLE_LIFE, ACCESS_TOKEN_LIFE),
  /** Seconds after which nothing helps but signing in again. */
  absoluteEnd: row(VISIT_LIFE, SESSION_LIFE, REFRESH_LIFE),
  /** The old credential, after sign-in has issued a new one (ASVS 5.0 section 7.2.4). */
  oldCredentialAfterSignIn: row<Worth>('accepted', 'refused', 'accepted'),
  /** A copy, after the customer signed out (ASVS 5.0 section 7.4.1). */
  copyAfterSignOut: row<Worth>('accepted', 'refused', 'accepted'),
  /** A copy, after the support desk ended all sign-ins. */
  copyAfterForcedSignOut: row<Worth>('accepted', 'refused', 'accepted'),
  /** The same copy, one access-token life later. */
  copyOneAccessLifeLater: row<Worth>('accepted', 'refused', 'refused'),
  /** A copy held elsewhere, after the password was changed (ASVS 5.0 section 7.4.3). */
  copyAfterPasswordChange: row<Worth>('accepted', 'refused', 'accepted'),
  /** Can the shop say on which devices a customer is signed in? */
  devices: row<'listed' | 'not_possible'>('not_possible', 'listed', 'listed'),
  /** Two adds that start from the same state: are both there afterwards? */
  parallelAdds: row<'kept' | 'lost'>('lost', 'kept', 'kept'),
  /** Does a second device of the same customer see the same cart? */
  cartOnSecondDevice: row<'own' | 'shared'>('own', 'own', 'shared'),
  /** Is the cart there again after sign-out and sign-in? */
  cartAfterSignOut: row<'gone' | 'kept'>('gone', 'gone', 'kept'),
  /** When a changed discount is used. */
  discountChange: row<'next sign-in' | 'next request' | 'next refresh'>(
    'next sign-in',
    'next request',
    'next refresh',
  ),
  /** Can whoever holds the credential read what it says? */
  readableByHolder: row(false, false, true),
  /** Database statements: [reads, writes]. Business data is not counted. */
  costOfMe: row([0, 0], [1, 0], [0, 0]),
  costOfCartRead: row([0, 0], [1, 0], [1, 0]),
  costOfCartWrite: row([0, 0], [1, 1], [1, 1]),
  /** One of each of the 200 products: a browser drops a cookie above 4096 octets, so the shop refuses first. */
  wholeCatalogue: row<'fits' | 'cart_full'>('cart_full', 'fits', 'fits'),
} as const

export type DifferenceName = keyof typeof DIFFERENCES

function row<Value>(cookie: Value, session: Value, jwt: Value): Row<Value> {
  return { cookie, session, jwt }
}
