/**
 * Where the three strategies differ, declared, and what a turned dial changes about it. The contract suite measures each row in each
 * lane (lib/testing/measures.ts) and fails when one stops being true, in either direction. Pages and labs read the same tables.
 */
import type { Position } from './dials'
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

/** With these dials of the lane turned, and all others on their defaults, the row becomes this. */
export interface DialEffect {
  strategy: StrategyName
  turn: Readonly<Record<string, Position>>
  difference: DifferenceName
  becomes: unknown
}

const MINUTE = 60

export const DIAL_EFFECTS: readonly DialEffect[] = [
  ...inEachLane({ crossSite: 'none' }, 'writeFromElsewhere', 'accepted', ['cookie', 'session']),
  ...inEachLane({ sameSite: 'None' }, 'sameSite', 'None'),
  ...inEachLane({ sameSite: 'absent' }, 'sameSite', 'absent'),
  ...inEachLane({ sameSite: 'Strict' }, 'sameSite', 'Strict', ['cookie', 'session']),
  ...inEachLane({ sameSite: 'Lax' }, 'sameSite', 'Lax', ['jwt']),
  ...inEachLane({ lifetime: 'session' }, 'outlivesBrowser', false),
  ...inEachLane({ httpOnly: false }, 'readableByPageScript', true, ['cookie', 'session']),

  effect('cookie', { protection: 'signed' }, 'readableByHolder', true),
  effect('cookie', { protection: 'signed' }, 'alterableByHolder', false),
  effect('cookie', { protection: 'plain' }, 'readableByHolder', true),
  effect('cookie', { protection: 'plain' }, 'alterableByHolder', true),
  effect('cookie', { cartFormat: 'full' }, 'fiftyLines', 'cart_full'),
  effect('cookie', { sizeCheck: 'none' }, 'wholeCatalogue', 'acknowledged, then lost'),
  effect('cookie', { generation: true }, 'copyAfterSignOut', 'refused'),
  effect('cookie', { generation: true }, 'copyAfterForcedSignOut', 'refused'),
  effect('cookie', { generation: true }, 'copyOneAccessLifeLater', 'refused'),
  effect('cookie', { generation: true }, 'copyAfterPasswordChange', 'refused'),
  effect('cookie', { generation: true }, 'costOfMe', [1, 0]),
  effect('cookie', { generation: true }, 'costOfCartRead', [1, 0]),
  effect('cookie', { generation: true }, 'costOfCartWrite', [1, 0]),

  effect('session', { idle: MINUTE }, 'ownEnd', MINUTE),
  effect('session', { idle: 5 * MINUTE }, 'ownEnd', 5 * MINUTE),
  effect('session', { idle: 480 * MINUTE }, 'ownEnd', 480 * MINUTE),
  effect('session', { absolute: 5 * MINUTE }, 'absoluteEnd', 5 * MINUTE),
  effect('session', { absolute: 5 * MINUTE }, 'ownEnd', 5 * MINUTE),
  effect('session', { absolute: 60 * MINUTE }, 'absoluteEnd', 60 * MINUTE),
  effect('session', { sliding: false }, 'absoluteEnd', SESSION_IDLE_LIFE),
  effect('session', { renewal: false }, 'oldCredentialAfterSignIn', 'accepted'),
  // As any other id: for a guest without a past.
  effect('session', { unknownIds: 'adopt' }, 'oldCredentialAfterSignIn', 'accepted'),
  effect('session', { unknownIds: 'adopt' }, 'plantedValueAfterSignIn', 'refused'),
  effect('session', { unknownIds: 'adopt', renewal: false }, 'plantedValueAfterSignIn', 'accepted'),
  effect('session', { customer: 'copied' }, 'discountChange', 'next sign-in'),
  effect('session', { passwordChange: 'keeps-others' }, 'copyAfterPasswordChange', 'accepted'),
  effect('session', { storedId: 'raw' }, 'databaseCopySignsIn', true),
  ...inEachLane({ deviceLimit: 1 }, 'secondSignIn', 'first ended', ['session']),
  ...inEachLane({ deviceLimit: 1, whenFull: 'refuse-new' }, 'secondSignIn', 'second refused', [
    'session',
    'jwt',
  ]),

  effect('jwt', { carrier: 'cookie' }, 'readableByPageScript', false),
  effect('jwt', { carrier: 'cookie', crossSite: 'none' }, 'writeFromElsewhere', 'accepted'),
  effect('jwt', { algorithm: 'EdDSA' }, 'algorithm', 'EdDSA'),
  effect('jwt', { accessLife: 10 }, 'ownEnd', 10),
  effect('jwt', { accessLife: 30 }, 'ownEnd', 30),
  effect('jwt', { accessLife: 5 * MINUTE }, 'ownEnd', 5 * MINUTE),
  effect('jwt', { accessLife: 15 * MINUTE }, 'ownEnd', 15 * MINUTE),
  effect('jwt', { tolerance: 5 }, 'ownEnd', ACCESS_TOKEN_LIFE + 5),
  effect('jwt', { tolerance: 30 }, 'ownEnd', ACCESS_TOKEN_LIFE + 30),
  effect('jwt', { refresh: 'none' }, 'absoluteEnd', ACCESS_TOKEN_LIFE),
  effect('jwt', { refresh: 'none' }, 'discountChange', 'next sign-in'),
  effect('jwt', { refresh: 'none' }, 'refreshTwice', 'no refresh'),
  effect('jwt', { refresh: 'none' }, 'refreshAlone', 'no refresh'),
  effect('jwt', { refresh: 'fixed' }, 'refreshTwice', 'accepted'),
  effect('jwt', { reuseDetection: false }, 'refreshTwice', 'refused, family lives'),
  effect('jwt', { grace: 2 }, 'refreshTwice', 'same successor'),
  effect('jwt', { grace: 5 }, 'refreshTwice', 'same successor'),
  effect('jwt', { grace: 10 }, 'refreshTwice', 'same successor'),
  effect('jwt', { sendExpired: true }, 'refreshAlone', 'refused'),
  effect('jwt', { accessLife: 5 * MINUTE }, 'copyOneAccessLifeLater', 'accepted'),
  effect('jwt', { accessLife: 15 * MINUTE }, 'copyOneAccessLifeLater', 'accepted'),
  effect('jwt', { tolerance: 5 }, 'copyOneAccessLifeLater', 'accepted'),
  effect('jwt', { tolerance: 30 }, 'copyOneAccessLifeLater', 'accepted'),
  effect('jwt', { denylist: true }, 'oldCredentialAfterSignIn', 'refused'),
  effect('jwt', { denylist: true }, 'copyAfterPasswordChange', 'refused'),
  effect('jwt', { denylist: true }, 'copyAfterSignOut', 'refused'),
  effect('jwt', { denylist: true }, 'copyAfterForcedSignOut', 'refused'),
  effect('jwt', { denylist: true }, 'costOfMe', [1, 0]),
  effect('jwt', { denylist: true }, 'costOfCartRead', [2, 0]),
  effect('jwt', { denylist: true }, 'costOfCartWrite', [2, 1]),
  effect('jwt', { cartIn: 'claims' }, 'parallelAdds', 'lost'),
  effect('jwt', { cartIn: 'claims' }, 'cartOnSecondDevice', 'own'),
  effect('jwt', { cartIn: 'claims' }, 'cartAfterSignOut', 'gone'),
  effect('jwt', { cartIn: 'claims' }, 'costOfCartRead', [0, 0]),
  effect('jwt', { cartIn: 'claims' }, 'costOfCartWrite', [0, 0]),
  effect('jwt', { oldTokens: 'refused' }, 'copyAfterPasswordChange', 'refused'),
]

function row<Value>(cookie: Value, session: Value, jwt: Value): Row<Value> {
  return { cookie, session, jwt }
}

function effect(
  strategy: StrategyName,
  turn: DialEffect['turn'],
  difference: DifferenceName,
  becomes: unknown,
): DialEffect {
  return { strategy, turn, difference, becomes }
}

function inEachLane(
  turn: DialEffect['turn'],
  difference: DifferenceName,
  becomes: unknown,
  lanes: readonly StrategyName[] = ['cookie', 'session', 'jwt'],
): DialEffect[] {
  return lanes.map((strategy) => effect(strategy, turn, difference, becomes))
}
