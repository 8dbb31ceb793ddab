/** A backend for frontend before the jwt lane (RFC 10017 section 6.1). Types alone: a page may load a lab, and nothing of this comes along. */
import type { LabClient, Reply } from '../stage/client'

export interface Bff {
  /** Signs in at the shop, and keeps the tokens: the browser gets a cookie. @throws unless it is 200 */
  signIn(client: LabClient): Promise<Reply>
  add(client: LabClient, sku: string, quantity: number): Promise<Reply>
  /** Who is this? With what the client holds. */
  me(client: LabClient): Promise<Reply>
  signOut(client: LabClient): Promise<Reply>
  /** When the access token ends by itself that the shop took last, ISO 8601; null: it took none. */
  readonly accessUntil: string | null
  close(): Promise<void>
}

/** Whoever opens it closes it. */
export type OpenBff = () => Promise<Bff>

/** All that a browser holds of it (RFC 10017 section 6.1.3.2). */
export const BFF_COOKIE = '__Host-bff'
