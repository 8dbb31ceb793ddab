/** What one lane of a lab is played with: devices, a support desk, and a place for what was found. */
import type { Role } from '@/lib/shop/visit'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { ForcedSignOut } from '@/lib/trace/publish/timeline-event'
import type { SharedCluster } from '../cluster/shared-cluster'
import type { ReadingKind } from '../evidence'
import type { OpenAppStorage } from '../native/app-storage'
import type { LabWire } from '../outside/wire'
import type { OpenSso } from '../sso/sso'
import type { Workbench } from '../workbench/workbench'
import type { LabClient, Reply } from './client'
import type { OutsideDesk } from './outside-desk'

export interface ServerStage<Moment extends string = string, Outcome extends string = string> {
  readonly strategy: StrategyName
  /** Of the chosen position, with all other dials on their defaults. */
  readonly position: string
  readonly laptop: LabClient
  readonly phone: LabClient
  /** Has nothing until something is copied to it. */
  readonly attacker: LabClient
  readonly desk: LabDesk
  /** The attacker's, for what needs no request. */
  readonly workbench: Workbench
  /** To servers that a lab opens: what is not this shop. */
  readonly wire: LabWire
  /** Opens such servers. Whoever opens one closes it. */
  readonly outside: OutsideDesk
  /** The cluster of this run, which its lanes have together; opened by the first that asks. */
  readonly cluster: SharedCluster
  /** An authorization server and two sites, for this run alone. Whoever opens them closes them. */
  readonly sso: OpenSso
  /** A file of an app, for this run alone. Whoever opens it removes it. */
  readonly appStorage: OpenAppStorage
  /** What became of a moment, and the exchange or the place that shows it. Once for each moment. */
  found(
    moment: Moment,
    outcome: Outcome,
    proof: Reply | ReadingKind,
    facts?: Record<string, string | number>,
  ): void
}

export interface StoredTable {
  readonly table: string
  readonly rows: number
  readonly octets: number
}

/** The shop's side: what its staff and its clock do. */
export interface LabDesk {
  /** Mina unless said. Answers the reply of the sign-in. @throws unless it is 200 */
  signIn(client: LabClient, user?: 'mina' | 'sam'): Promise<Reply>
  /** Other words for a wrong or a changed password. */
  passwordOf(user: 'mina' | 'sam'): string
  forceSignOut(user?: 'mina' | 'sam'): Promise<ForcedSignOut>
  /** Turns the clock of this lane's room; the visitor's own stays. */
  later(seconds: number): Promise<void>
  /** Turns it to so many seconds after the request of this reply came, however long this machine has taken since. */
  laterThan(reply: Reply, seconds: number): Promise<void>
  setRole(role: Role, user?: 'mina' | 'sam'): Promise<void>
  setDiscount(percent: number, user?: 'mina' | 'sam'): Promise<void>
  /** One of each into the cart, in one go and without a request. false: so many do not fit. */
  stock(client: LabClient, skus: readonly string[]): Promise<boolean>
  /** All that there are in the room, none kept: an emergency. */
  changeKeys(): Promise<void>
  /** Rows of the lane in this room, e.g. { session: 1 }. */
  rows(): Promise<{ sessions: number; families: number; carts: number }>
  /** What the lane has stored in this room: rows by table, and the octets in their columns. */
  stored(): Promise<readonly StoredTable[]>
  /** As the site does it by and by: what has ended by itself goes. */
  clearExpired(): Promise<void>
}
