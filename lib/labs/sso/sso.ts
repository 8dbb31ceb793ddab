/** What a lab has of a run's three sites. Types only: a page may load it. */
import type { Reply } from '../stage/client'
import type { HostName } from './names'
import type { SsoOptions } from './options'

export type OpenSso = (options: SsoOptions) => Promise<Sso>

export interface Sso {
  /** Mina at the two sites, in one browser. */
  readonly shop: Seat
  readonly reviews: Seat
  /** What her browser sends there by itself. */
  visit(host: HostName): Promise<Reply>
  /** Whoever runs the shop's server, and tries what comes to it at the reviews. */
  readonly member: Member
  readonly issuer: Issuer
  /** Both sites are started anew: what they had fetched and were set to is read again. */
  restart(): void
  /** The three servers end. */
  close(): Promise<void>
}

export interface Seat {
  /** Walks to the authorization server and back. @param how silent: without a page to sign in at */
  signIn(how?: 'silent'): Promise<SignInWalk>
  /** With what this site's sign-in has given. */
  me(): Promise<Reply>
  signOut(): Promise<Reply>
  /** How many questions this site's server has asked others. */
  readonly questions: number
}

export interface SignInWalk {
  readonly last: Reply
  /** The authorization server wanted a password. */
  readonly asked: boolean
  readonly requests: number
}

/** Each answers what the reviews said. */
export interface Member {
  /** With what Mina's browser has sent to the shop. */
  replay(): Promise<Reply>
  /** With a token for which the shop's app has named no audience. */
  forNobody(): Promise<Reply>
  /** With a token of the server's other issuer, where somebody calls himself Mina. */
  ofOtherIssuer(): Promise<Reply>
  /** In Sam's name, with whatever a member has to make such a thing of. */
  mint(): Promise<Reply>
  /** In Sam's name, with the key that was taken out of the set. */
  withRemovedKey(): Promise<Reply>
  /** Many, each with a kid that nobody has. Answers the last. */
  withStrangeKids(times: number): Promise<Reply>
}

export interface Issuer {
  /** Another key signs. Those before it stay in the set. */
  rotate(): Promise<void>
  /** The oldest key leaves the set. From now on `withRemovedKey` has it. */
  removeOldest(): void
}
