/**
 * Where the three strategies differ, declared. What a turned dial changes about it is in effects.ts. The contract suite measures each row in each
 * lane (lib/testing/measures.ts) and fails when one stops being true, in either direction. Pages and labs read the same tables.
 */

import { ACCESS_TOKEN_LIFE, REFRESH_LIFE, SESSION_IDLE_LIFE, SESSION_LIFE, VISIT_LIFE } from './lifetimes'
import type { SameSite, StrategyName } from './strategy'

type Row<Value> = Readonly<Record<StrategyName, Value>>

/** What a credential that was copied before is worth afterwards. */
export type Worth = 'accepted' | 'refused'

export const DIFFERENCES = {
  /** Seconds until an unused credential ends by itself. */
  ownEnd: row(VISIT_LIFE, SESSION_IDLE_LIFE, ACCESS_TOKEN_LIFE),
  /** Seconds after which an active visitor has to sign in again all the same. */
  absoluteEnd: row(VISIT_LIFE, SESSION_LIFE, REFRESH_LIFE),
  /** The old credential, after sign-in has issued a new one (ASVS 5.0, 7.2.4). */
  oldCredentialAfterSignIn: row<Worth>('accepted', 'refused', 'accepted'),
  /** A value that somebody planted in the browser, after the visitor has signed in: session fixation. */
  plantedValueAfterSignIn: row<Worth>('refused', 'refused', 'refused'),
  /** A copy, after the customer signed out (ASVS 5.0, 7.4.1). */
  copyAfterSignOut: row<Worth>('accepted', 'refused', 'accepted'),
  /** A copy, after the support desk ended all sign-ins. */
  copyAfterForcedSignOut: row<Worth>('accepted', 'refused', 'accepted'),
  /** The same copy, one default access-token life later. */
  copyOneAccessLifeLater: row<Worth>('accepted', 'refused', 'refused'),
  /** A copy held elsewhere, after the password was changed (ASVS 5.0, 7.4.3). */
  copyAfterPasswordChange: row<Worth>('accepted', 'refused', 'accepted'),
  /** Can the shop say on which devices a customer is signed in? */
  devices: row<'listed' | 'not_possible'>('not_possible', 'listed', 'listed'),
  /** The same customer signs in on a second device: what of the first, and of the second? */
  secondSignIn: row<'both live' | 'first ended' | 'second refused'>('both live', 'both live', 'both live'),
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
  /** Can whoever holds it change what it says, unnoticed? */
  alterableByHolder: row(false, false, false),
  /** Can script on the page read the credential that rides on ordinary requests? */
  readableByPageScript: row(false, false, true),
  /** Does what lies in the database sign in whoever has a copy of it? */
  databaseCopySignsIn: row(false, false, false),
  /** A write that a page of another site asks for, with the visitor's cookies. */
  writeFromElsewhere: row<Worth>('refused', 'refused', 'refused'),
  /** The SameSite attribute of the lane's cookie. */
  sameSite: row<SameSite>('Lax', 'Lax', 'Strict'),
  /** Is the cookie told to outlive the browser? */
  outlivesBrowser: row(true, true, true),
  /** Database statements: [reads, writes]. Business data is not counted. */
  costOfMe: row([0, 0], [1, 0], [0, 0]),
  costOfCartRead: row([0, 0], [1, 0], [1, 0]),
  costOfCartWrite: row([0, 0], [1, 1], [1, 1]),
  /** One of each of fifty products, and of all 200: a browser drops a cookie above 4096 octets, so the shop refuses first. */
  fiftyLines: row<'fits' | 'cart_full'>('fits', 'fits', 'fits'),
  wholeCatalogue: row<'fits' | 'cart_full' | 'acknowledged, then lost'>('cart_full', 'fits', 'fits'),
  /** jwt: a refresh token that comes a second time, and what of its family then. */
  refreshTwice: row<
    'no refresh' | 'refused, family ends' | 'refused, family lives' | 'same successor' | 'accepted'
  >('no refresh', 'no refresh', 'refused, family ends'),
  /** jwt: a refresh without the expired access token. */
  refreshAlone: row<'no refresh' | Worth>('no refresh', 'no refresh', 'accepted'),
  /** jwt: the algorithm in the header of an access token. */
  algorithm: row<null | 'HS256' | 'EdDSA'>(null, null, 'HS256'),
} as const

export type DifferenceName = keyof typeof DIFFERENCES

function row<Value>(cookie: Value, session: Value, jwt: Value): Row<Value> {
  return { cookie, session, jwt }
}
