/**
 * A sandbox is one visitor's private world: its own demo users, carts, rows, keys, clock and timeline.
 * Found in memory first and then in the database, so that what is in memory outlives a database that does not
 * answer.
 */
import { randomBytes } from 'node:crypto'
import { db } from '@/lib/db/client'
import { hashedId } from '@/lib/log/ids'
import { log } from '@/lib/log/log'
import { createQueue } from '@/lib/process/queue'
import type { Dials } from '@/lib/strategies/dials'
import { opaqueValues } from '@/lib/strategies/opaque'
import { type SandboxClock, TurnableClock } from './clock'
import { DerivedKeys, firstKeyState, type KeyedLane, type SandboxKeys } from './keys'
import { forget, keep, known, knownByOwner, load } from './registry'
import { deleteRows, readRow, type SandboxRow } from './rows'
import { changed, readDials, type SettingsChange, writeDials } from './settings'
import { newUsers, type SandboxUsers, type StoredUser, UserDesk } from './users'

export type { SandboxClock, SandboxKeys, SandboxUsers, StoredUser }

/** As the shop sees it. */
export interface Sandbox {
  /** 64 random bits, 11 base64url characters. Public, opens nothing by itself. */
  readonly id: string
  /** Real time, as is `expiresAt`; everything else in a sandbox goes by `clock`. */
  readonly createdAt: Date
  readonly expiresAt: Date
  /** Whom it shares with what all share: a network address, hashed. */
  readonly whose: string
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
  readonly expiresAt: Date
  /** Of who asked for it first. */
  readonly whose: string
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

export const SANDBOX_LIFE = 24 * 60 * 60

const ID = /^[\w-]{11}$/

/** A lab room: a sandbox of its own that belongs to another one and ends with it. Nobody has the credential of its owner. */
export interface RoomOf {
  roomOf: string
  expiresAt: Date
}

/** @param whose as of OwnedSandbox; without it nobody shares with it */
export async function createSandbox(
  whose?: string,
  room?: RoomOf,
): Promise<{ sandbox: OwnedSandbox; ownerToken: string }> {
  const id = randomBytes(8).toString('base64url')
  const owner = opaqueValues.make()
  const keys = firstKeyState()
  const users = newUsers()
  const createdAt = new Date()
  const row = {
    id,
    ownerHash: owner.hash,
    createdAt,
    expiresAt: room?.expiresAt ?? new Date(createdAt.getTime() + SANDBOX_LIFE * 1000),
    roomOf: room?.roomOf ?? null,
    clockOffset: 0,
    keyGenerations: JSON.stringify(keys),
  }
  await db().sandbox.create({ data: row })
  await db().user.createMany({ data: users.map((user) => ({ ...user, sandboxId: id })) })
  const dials = readDials('{}')
  return {
    sandbox: keep(new OwnedSandbox({ row, users, keys, dials }, true, whose)),
    ownerToken: owner.value,
  }
}

/** Asked only where the sandbox has to be read. */
type Whose = () => string | undefined

/** null: there is none of that name, or it has ended. */
export async function findSandbox(id: string, whose?: Whose): Promise<OwnedSandbox | null> {
  if (!ID.test(id)) return null
  return alive(known(id) ?? (await load(id, () => fromDatabase({ id }, whose))))
}

export async function findOwnedSandbox(ownerToken: string, whose?: Whose): Promise<OwnedSandbox | null> {
  const hash = opaqueValues.hash(ownerToken)
  if (!hash) return null
  return alive(knownByOwner(hash) ?? (await load(hash, () => fromDatabase({ ownerHash: hash }, whose))))
}

/** Its sandbox is over, and its rows are still there. */
export async function hasEnded(ownerToken: string): Promise<boolean> {
  const ownerHash = opaqueValues.hash(ownerToken)
  if (!ownerHash) return false
  const row = await db().sandbox.findFirst({ where: { ownerHash }, select: { expiresAt: true } })
  return row !== null && row.expiresAt.getTime() <= Date.now()
}

/** It ends at once, and its lab rooms with it; then its rows go, its own last. A second try completes what a crash has left. */
export async function destroySandbox(
  id: string,
  because: 'owner' | 'expired' | 'surplus' = 'owner',
): Promise<void> {
  const rooms = await db().sandbox.findMany({ where: { roomOf: id }, select: { id: true } })
  for (const room of rooms) await destroySandbox(room.id, because)
  await db().sandbox.updateMany({ where: { id }, data: { expiresAt: new Date(0) } })
  forget(id)
  if (await deleteRows(id)) log('sandbox_ended', { sandbox: hashedId(id), because })
}

type Named = { id: string } | { ownerHash: string }

async function fromDatabase(where: Named, whose?: Whose): Promise<OwnedSandbox | null> {
  const stored = await readRow(where)
  return stored && new OwnedSandbox(stored, false, whose?.())
}

function alive(sandbox: OwnedSandbox | null): OwnedSandbox | null {
  return sandbox && !sandbox.ended ? sandbox : null
}
