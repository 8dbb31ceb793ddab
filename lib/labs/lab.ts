/**
 * The one shape of a lab. A definition drives the page, the tests and the verdict table, so that the site cannot claim what
 * does not happen: `play` does it, `expected` says what comes of it, and a test compares the two for every position and lane.
 *
 * Definitions are pure: pages read them too. What a lab touches, it touches through its stage.
 */
import type { CorsPolicy } from '@/lib/http/cors'
import type { DialChange } from '@/lib/sandbox/world/settings'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import type { Reader, Reason } from '@/lib/trace/model/exposure'
import type { Evidence } from './evidence'
import type { BrowserStage } from './stage/browser-stage'
import type { ServerStage } from './stage/server-stage'

/** What an outcome means for whoever is to be protected: the sign on a cell. */
export type Tone = 'exposed' | 'held' | 'neutral'

/** What becomes of each moment, in the words of the lab's outcomes. */
export type LabVerdict<Moment extends string = string, Outcome extends string = string> = Readonly<
  Record<Moment, Outcome>
>

/** One way to set the dials. */
export interface LabPosition<Moment extends string = string, Outcome extends string = string> {
  /** Stable; in links. The first position of a lab is `default`, with no dial turned. */
  readonly id: string
  readonly dials: DialChange
  /** What the rooms let pages of other origins do; absent: nothing, as everywhere. */
  readonly cors?: CorsPolicy
  /** A lane that is not here has no such dial. */
  readonly expected: Partial<Readonly<Record<StrategyName, LabVerdict<Moment, Outcome>>>>
}

/** What stands together on the list of labs, each a question, in the order of the lessons. */
export const LAB_GROUPS = ['remembers', 'carries', 'attacks', 'ends', 'tokens', 'systems'] as const

/** What the labs say to a common belief, by the verdicts that the study note's rows were given. */
export const BELIEFS = ['false', 'partly', 'outdated', 'depends'] as const

/** A common belief that the lab settles. Its words are in the catalogue `myths`, by id, and these have the order in which they are shown. */
export interface Myth<Moment extends string = string> {
  readonly id: string
  readonly verdict: (typeof BELIEFS)[number]
  /** Rows of the study note. */
  readonly rows: readonly string[]
  readonly position: string
  readonly lanes: readonly StrategyName[]
  /** What came of these speaks for or against it. */
  readonly moments: readonly Moment[]
}

/** A cell of the Exposed view that a lab proves by doing it: whose it is, and what it may say. Stands in `proves.ts` of the lab. */
export interface Proof {
  readonly reader: Reader
  readonly because: readonly Reason[]
}

interface Shape<Act extends string, Moment extends string, Outcome extends string> {
  /** As the curriculum counts. */
  readonly id: `X${number}`
  /** Its folder; in addresses, and of the catalogue `lab-…`: lower case id, then a word or two, e.g. "x09-theft". */
  readonly slug: string
  readonly group: (typeof LAB_GROUPS)[number]
  /** Of the curriculum, and the place in it: labs stand in this order. */
  readonly lesson: readonly [lesson: number, place: number]
  /** Rows of the study note that it settles, e.g. "S-058". */
  readonly settles: readonly string[]
  readonly myths?: readonly Myth<Moment>[]
  /** All acts, in order. Lanes go through them side by side; one that has nothing to do in an act yields it all the same. */
  readonly acts: readonly Act[]
  /** Columns of the verdict table. */
  readonly moments: readonly Moment[]
  readonly outcomes: Readonly<Record<Outcome, Tone>>
  /** What the visitor predicts: the outcome of which moment, and between which outcomes. */
  readonly asks: { readonly moment: Moment; readonly between: readonly Outcome[] }
  readonly positions: readonly [LabPosition<Moment, Outcome>, ...LabPosition<Moment, Outcome>[]]
}

/** Real requests from this server to itself: what needs no browser. */
export interface ServerLab<
  Act extends string = string,
  Moment extends string = string,
  Outcome extends string = string,
> extends Shape<Act, Moment, Outcome> {
  readonly place: 'server'
  /** It has processes of its own: of these there are few at a time (lib/labs/run/cluster-line.ts). */
  readonly needs?: 'cluster'
  /** Asks pages that only the built server has: played by e2e/labs-browser.spec.ts, not by labs.test.ts. */
  readonly ofFramework?: true
  /** Plays one lane; yields each act when it is done. */
  play(stage: ServerStage<Moment, Outcome>): AsyncGenerator<Act, void>
}

/** What only a browser can prove: the same, played by the page in the visitor's own browser. */
export interface BrowserLab<
  Act extends string = string,
  Moment extends string = string,
  Outcome extends string = string,
> extends Shape<Act, Moment, Outcome> {
  readonly place: 'browser'
  /** Needs the second site (`ATTACKER_ORIGIN`, lib/http/host.ts): not shown where a deployment has none. */
  readonly crossSite?: true
  /** And another origin of the shop's own site (lib/http/second-port.ts). */
  readonly sameSiteToo?: true
  play(stage: BrowserStage<Moment, Outcome>): AsyncGenerator<Act, void>
}

export type Lab = ServerLab | BrowserLab

export const serverLab = <Act extends string, Moment extends string, Outcome extends string>(
  lab: Omit<ServerLab<Act, Moment, Outcome>, 'place'>,
): ServerLab => ({ ...lab, place: 'server' }) as unknown as ServerLab

export const browserLab = <Act extends string, Moment extends string, Outcome extends string>(
  lab: Omit<BrowserLab<Act, Moment, Outcome>, 'place'>,
): BrowserLab => ({ ...lab, place: 'browser' }) as unknown as BrowserLab

/** null: the lab has no such position. */
export const positionOf = (lab: Lab, id: string): LabPosition | null =>
  lab.positions.find((position) => position.id === id) ?? null

export const lanesOf = ({ expected }: LabPosition): StrategyName[] =>
  STRATEGIES.filter((lane) => expected[lane])

/** The outcome of one moment, and what shows it. */
export interface LabFinding<Moment extends string = string, Outcome extends string = string>
  extends Evidence {
  readonly lane: StrategyName
  readonly moment: Moment
  readonly outcome: Outcome
  /** Numbers and short words that were measured, for the text of the cell, e.g. { bytes: 4096 }. Never a credential. */
  readonly facts: Readonly<Record<string, string | number>>
}
