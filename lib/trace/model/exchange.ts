/** One HTTP exchange (RFC 9110 section 3.4): a request, its response, and what was seen while it was served. */
import type { Action } from '@/lib/shop/operations'
import type { CredentialStatus, Device, RefusalReason, StrategyName } from '@/lib/strategies/strategy'
import type { SentBody } from '../record/sent-body'
import type { Artifact } from './artifact'
import type { Exposure } from './exposure'
import type { ShopAnswer } from './shop-answer'

export type HeaderLine = [name: string, value: string]

export interface Exchange {
  /** `epoch-seq`; the epoch changes when the server restarts. */
  id: string
  /** Counts up from 1 in each sandbox. */
  seq: number
  /** When the head of the request was read: ISO 8601, the server's clock. */
  at: string
  /** The same moment by the sandbox clock. */
  sandboxAt: string
  strategy: StrategyName
  device: Device
  action: Action
  /** Who answered, where that was not this shop: a server that a lab opened. Then nothing is known of what it did. */
  answeredBy?: string
  /** false: the client went away before the answer was complete. */
  completed: boolean
  request: RequestHead
  /** null: no head was sent. */
  response: ResponseHead | null
  /** The body of a write without its secrets; null: there was none, or it was not kept. */
  sent: SentBody | null
  /** What a guest may have written, told only when this exchange is opened; absent: nothing. */
  guestText?: GuestText
  /** What the answer said of visitor and cart; null: neither, or it was not kept. */
  answered: ShopAnswer | null
  /** true: the wire was encrypted, as far as the server knows. */
  tls?: boolean
  /** `id` names the TCP connection, `nth` counts the exchanges on it: above 1 it was reused. */
  connection: { id: number; nth: number }
  /** The cookies of the request, in order, and where each comes from. */
  carried?: CarriedCookie[]
  credential: PresentedCredential
  /** The stable code of the problem answer, or null. */
  problem: string | null
  steps: PortCall[]
  stored: { before: Artifact[]; after: Artifact[] }
  exposures: Exposure[]
  cost: Cost
}

/** A cookie that a request carried. */
export interface CarriedCookie {
  name: string
  /** `seq` of the newest exchange that set this name to this value; null: nobody saw that. */
  setBy: number | null
  /** Not of this lane: another program on this host has set it, for cookies know no ports (RFC 6265bis section 8.5). */
  foreign?: true
}

/** What is held back of a request that a guest sent (lib/trace/export/guest-text.ts). */
export interface GuestText {
  /** Positions of the lines of the request head that are held back. */
  lines: number[]
  /** Positions of cookies, over all Cookie lines, whose names are held back. */
  cookies: number[]
  /** The request target as it may be told; null: all of it. */
  target: string | null
  /** What was kept of the body is held back. */
  body: boolean
}

export interface RequestHead {
  method: string
  /** The request target exactly as received. */
  target: string
  /** "1.1" */
  httpVersion: string
  headers: HeaderLine[]
  headBytes: number
  bodyBytes: number
}

export interface ResponseHead {
  status: number
  reason: string
  headers: HeaderLine[]
  headBytes: number
  bodyBytes: number
}

export interface PresentedCredential {
  /** `unexamined`: one was sent, and the request was answered without looking at it (e.g. 403 cross_site). */
  status: CredentialStatus | 'unexamined'
  reason: RefusalReason | null
  /** Who it speaks for, as the strategy found: an e-mail address, or null for a guest or nobody. */
  email: string | null
  /** The end of the credential that the browser holds after this exchange; ISO 8601 by the sandbox clock. */
  expiresAt: string | null
}

/** One call through a watched port. */
export interface PortCall {
  /** e.g. "sessions" */
  port: string
  /** e.g. "find" */
  operation: string
  /** Where it is done: file, and symbol with its member, e.g. "createSessionStore.find"; never a line number. */
  source: { file: string; symbol: string }
  /** Microseconds since the exchange began. */
  startMicros: number
  micros: number
  reads: number
  writes: number
  /** false: it found nothing, or refused. */
  ok: boolean
  /** Short facts for the reader, e.g. { bytes: 332, found: true, version: 4 }. Never a credential. */
  facts: Record<string, string | number | boolean | null>
  /** What reached the database driver; absent without a statement, and in lists and events. */
  statements?: Statement[]
}

export interface Statement {
  /** As the driver got it, with a question mark for each value. */
  sql: string
  values: StatementValue[]
}

/** A number, a time (ISO 8601), null; of any other text only how long it is. */
export type StatementValue = number | string | null | { characters: number }

export interface Cost {
  /** Database statements that read, and that wrote, for this strategy; business data is not counted. */
  reads: number
  writes: number
  /** From the head of the request to the end of the response. */
  micros: number
}
