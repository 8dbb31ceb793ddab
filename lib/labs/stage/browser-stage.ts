/** What one lane of a lab is played with in the visitor's own browser. Implemented by the page (app/_labs/stage). */
import type { StrategyName } from '@/lib/strategies/strategy'
import type { FRONT_SITES, FrontAsk } from '../attacker/errand'
import type { Evidence } from '../evidence'

export interface BrowserStage<Moment extends string = string, Outcome extends string = string> {
  readonly strategy: StrategyName
  readonly position: string
  /** A page of the shop in this browser, signed in or not, in a room of its own. */
  readonly laptop: StagePage
  /** Somebody elsewhere sends this text as the lane's credential: a request of the server. */
  elsewhere(credential: string): Promise<StageReply>
  /** A page of the attacker's site, in this browser, does this to the laptop. */
  readonly attackersSite: AttackersSite
  /** A front end of the shop on another origin, in a frame of this page: it signs in, and asks who is signed in. */
  frontEnd(site: FrontSite, credentials: FrontAsk['credentials']): Promise<FrontReport>
  /** A frame of this site with an origin of its own: `sandbox` without `allow-same-origin`. */
  readonly sandboxedFrame: SandboxedFrame
  /** @param shown an exchange of this lane's room, e.g. that of a reply, or where it was read, or both */
  found(
    moment: Moment,
    outcome: Outcome,
    shown: Partial<Evidence>,
    facts?: Record<string, string | number>,
  ): void
}

export interface StageReply {
  status: number
  /** null: the body is no JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: a lab looks into what it got.
  json: any
  /** Id of the exchange in the lane's room; null: the wire tap did not see it. */
  exchange: string | null
}

export interface SentReply extends StageReply {
  /** Where this browser holds the credential that the request carried; null: it carried none. */
  heldIn: 'cookie' | 'localStorage' | 'variable' | null
}

export interface StagePage {
  /** As Mina. @throws unless it is 200 */
  signIn(): Promise<StageReply>
  /**
   * Signs out first: what the browser has then is a new cookie. One that takes the place of another may keep its creation time (RFC 6265bis
   * section 5.7).
   * @returns when, in milliseconds since the epoch by the server's clock
   */
  signInAnew(): Promise<number>
  /** With whatever this browser and this page hold. */
  get(operation: string): Promise<SentReply>
  /** As from a browser that holds nothing. */
  getWithNothing(operation: string): Promise<StageReply>
  /** Memory is lost, and fetched back where there is something to fetch it with. */
  reload(): Promise<void>
  /**
   * What is left after the browser was closed, by the attributes of its cookies: memory is not, nor is a cookie without Max-Age. The browser
   * itself stays open, so that such a cookie is left out of what is sent.
   */
  reopen(): Promise<void>
  /** The credential of the last request, as the owner of the sandbox can read it in the record: a copy. */
  copied(): Promise<string>
  /** What a script that was injected into this page does. It gets no help from the page. */
  readonly injected: InjectedScript
}

/** A fixed script of this site does what an injected one would. */
export interface InjectedScript {
  /** Looks through `document.cookie`, localStorage and sessionStorage where it runs. null: no credential there. */
  read(): string | null
  /** Looks where the cookie is sent, by a window of the same origin at its Path, and asks for a new token. `exchange`: of that request. */
  readWithEffort(): Promise<{
    text: string | null
    exchange: string | null
    /** The browser kept the script from the window that it has opened. */
    outOfReach?: boolean
  }>
  /** Asks the shop in the customer's name, with what it has found or what the browser adds. */
  buy(found: string | null): Promise<StageReply>
}

/** What came of it on the wire. */
export interface ForgeryReport {
  exchange: string | null
  /** When it came: milliseconds since the epoch by the server's clock. */
  at: number
  status: number
  method: string
  /** Did the request carry the lane's credential? */
  carried: boolean
  /** The answer gives the browser another credential. */
  replaced: boolean
  /** The fields by which it is known for another site's, as they came, e.g. "Origin: null"; the first of them decides. */
  foreign: readonly string[]
  /** Code of the problem that it was answered with, or null. */
  problem: string | null
}

export type ForgeryKind = 'fetch' | 'frame' | 'form' | 'link'

export interface AttackersSite {
  /** A form in the sandboxed frame of this site is forged the same way: `sandboxed`. */
  forge(kind: ForgeryKind | 'sandboxed'): Promise<ForgeryReport>
  /** Experiments with cookies of the attacker's own host: once in a run, for all lanes. */
  tryOut(kind: 'bench' | 'overflow'): Promise<Readonly<Record<string, string | number | boolean>>>
}

export type FrontSite = (typeof FRONT_SITES)[number]

/** What became of a request of another origin's page. */
export interface FrontRequest {
  /** Of the request, or of the preflight that it got no further than. */
  exchange: string | null
  /** The browser asked first whether it may ask, and was not told so. */
  stopped: boolean
  /** Did the request carry the lane's credential? */
  carried: boolean
  /** The page was told the answer. */
  read: boolean
  /** The browser's own words for it; empty: nothing was thrown. */
  threw: string
}

export interface FrontReport {
  signIn: FrontRequest
  me: FrontRequest
  /** The page was told who is signed in. */
  known: boolean
}

/** Where a page can put a text. */
export const PLACES = [
  'variable',
  'cookie',
  'localStorage',
  'sessionStorage',
  'window.name',
  'history.state',
] as const
export type StoragePlace = (typeof PLACES)[number]

export interface Kept {
  /** The name of what was thrown when it was put there; null: nothing was. */
  threw: string | null
  /** Read back: at once, after the frame had reloaded itself, and in another document of this site in the same frame. */
  now: boolean
  reloaded: boolean
  nextPage: boolean
}

export interface SandboxedFrame {
  /** Puts a text into each place there, and looks for it. */
  keep(): Promise<Readonly<Record<StoragePlace, Kept>>>
}
