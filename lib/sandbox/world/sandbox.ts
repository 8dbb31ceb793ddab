/**
 * A sandbox is one visitor's private world: its own demo users, carts, rows, keys, clock and timeline.
 * Found in memory first and then in the database, so that what is in memory outlives a database that does not
 * answer.
 */
import { randomBytes } from 'node:crypto'
import { db } from '@/lib/db/client'
import { hashedId } from '@/lib/log/ids'
import { log } from '@/lib/log/log'
import { isElsewhere, ofThisCell } from '@/lib/process/cell'
import { SANDBOX_NAME } from '@/lib/process/cell-name'
import { opaqueValues } from '@/lib/strategies/opaque'
import type { SandboxClock } from './clock'
import { firstKeyState, type SandboxKeys } from './keys'
import { OwnedSandbox, type Sandbox } from './owned-sandbox'
import { ownerHashOf } from './owner-key'
import { forget, keep, known, knownByOwner, load } from './registry'
import { deleteRows, readRow } from './rows'
import { readDials } from './settings'
import { newUsers, type SandboxUsers, type StoredUser } from './users'

export type { Sandbox, SandboxClock, SandboxKeys, SandboxUsers, StoredUser }
export { OwnedSandbox }

export const SANDBOX_LIFE = 24 * 60 * 60

const ID_LENGTH = 11

/** Another cell has it, if there is one of that name. */
export const isOfAnotherCell = (id: string): boolean => SANDBOX_NAME.test(id) && isElsewhere(id, ID_LENGTH)

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
  const id = ofThisCell(randomBytes(8).toString('base64url'))
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
    ownerToken: ofThisCell(owner.value),
  }
}

/** Asked only where the sandbox has to be read. */
type Whose = () => string | undefined

/** null: there is none of that name, or it has ended. */
export async function findSandbox(id: string, whose?: Whose): Promise<OwnedSandbox | null> {
  if (!SANDBOX_NAME.test(id)) return null
  return alive(known(id) ?? (await load(id, () => fromDatabase({ id }, whose))))
}

export async function findOwnedSandbox(ownerToken: string, whose?: Whose): Promise<OwnedSandbox | null> {
  const hash = ownerHashOf(ownerToken)
  if (!hash) return null
  return alive(knownByOwner(hash) ?? (await load(hash, () => fromDatabase({ ownerHash: hash }, whose))))
}

/** Its sandbox is over, and its rows are still there. */
export async function hasEnded(ownerToken: string): Promise<boolean> {
  const ownerHash = ownerHashOf(ownerToken)
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
