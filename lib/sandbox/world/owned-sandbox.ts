/** What a sandbox is to the shop, and to its owner. */
import { db } from '@/lib/db/client'
import { createQueue } from '@/lib/process/queue'
import type { Dials } from '@/lib/strategies/dials'
import { type SandboxClock, TurnableClock } from './clock'
import { DerivedKeys, type KeyedLane, type SandboxKeys } from './keys'
import { readRow, type SandboxRow } from './rows'
import { changed, type SettingsChange, writeDials } from './settings'
import { type SandboxUsers, UserDesk } from './users'

/** As the shop sees it. */
export interface Sandbox {
  /** 64 random bits, 11 base64url characters, behind the name of the cell if there is one. Public, opens nothing by itself. */
  readonly id: string
  /** Real time, as is `expiresAt`; everything else in a sandbox goes by `clock`. */
  readonly createdAt: Date
  readonly expiresAt: Date
  /** Whom it shares with what all share: a network address, hashed. */
  readonly whose: string
  acted: boolean
  readonly users: SandboxUsers
  readonly clock: SandboxClock
  readonly keys: SandboxKeys
  /** Where the dials stand now: another object after each change. */
  readonly dials: Dials
}

/** As its owner sees it: the clock can be turned, users changed, keys rotated. */
export class OwnedSandbox implements Sandbox {
  readonly id: string
  readonly ownerHash: string
  readonly createdAt: Date
  expiresAt: Date
  /** Of who asked for it first. */
  readonly whose: string
  /** Somebody has asked for a change in it: one without goes before others, where there are too many. */
  acted: boolean
  readonly users: UserDesk
  readonly clock: TurnableClock
  readonly keys: DerivedKeys
  dials: Dials
  /** The sandbox that this is a lab room of. */
  readonly roomOf: string | null
  /** Header lines of its owner's browser; null: a lab room, whose name nobody else knows. */
  readonly ownLines: Set<string> | null
  /** One at a time: each begins with what the one before it has left. */
  readonly #inTurn = createQueue()

  /** @param bornHere made by this process, which has therefore seen all that happened in it */
  constructor(
    { row, users, keys, dials }: SandboxRow,
    readonly bornHere: boolean,
    whose = row.id,
  ) {
    this.id = row.id
    this.ownerHash = row.ownerHash
    this.createdAt = row.createdAt
    this.expiresAt = row.expiresAt
    this.whose = whose
    // What an earlier process saw in it nobody knows; and who asks for it again wants it.
    this.acted = !bornHere
    this.users = new UserDesk(row.id, users)
    this.clock = new TurnableClock(row.id, row.clockOffset)
    this.keys = new DerivedKeys(row.id, keys)
    this.dials = dials
    this.roomOf = row.roomOf
    this.ownLines = row.roomOf === null ? new Set() : null
  }

  get ended(): boolean {
    return this.expiresAt.getTime() <= Date.now()
  }

  /** Returns the new generation. */
  rotateKeys(lane: KeyedLane, keepPrevious: boolean): Promise<number> {
    return this.#inTurn(async () => {
      const state = this.keys.rotated(lane, keepPrevious)
      await this.#write({ keyGenerations: JSON.stringify(state) })
      this.keys.state = state
      return state[lane].at(-1)!.generation
    })
  }

  /** Credentials stay as they are: what no longer fits is refused, and its visitor signs in again. */
  turnDials(change: SettingsChange): Promise<void> {
    return this.#inTurn(async () => {
      const dials = changed(this.dials, change)
      await this.#write({ settings: writeDials(dials) })
      this.dials = dials
    })
  }

  #write(data: { keyGenerations: string } | { settings: string }) {
    return db().sandbox.updateMany({ where: { id: this.id }, data })
  }

  /** Drops what the process holds in memory and reads it again. false: there is nothing left to read. */
  async reload(): Promise<boolean> {
    const stored = await readRow({ id: this.id })
    if (!stored) return false
    this.users.replace(stored.users)
    this.clock.offsetSeconds = stored.row.clockOffset
    this.keys.state = stored.keys
    this.dials = stored.dials
    return true
  }
}
