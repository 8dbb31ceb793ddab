/**
 * A lab room: a small world of its own for one lane of one run. It belongs to the visitor's sandbox and ends with it; its dials,
 * clock, users and rows are not the visitor's, so that a lab leaves nothing turned.
 */
import { db } from '@/lib/db/client'
import { closeToOrigins } from '@/lib/http/cors'
import { forceSignOut } from '@/lib/sandbox/desk/force-sign-out'
import { createSandbox, destroySandbox, type OwnedSandbox } from '@/lib/sandbox/world/sandbox'
import type { DialChange } from '@/lib/sandbox/world/settings'
import { columns, octetsIn } from '@/lib/strategies/site/row-artifact'
import { ROWS } from '@/lib/strategies/site/served-lanes'
import { DEVICES, type Device, type StrategyName } from '@/lib/strategies/strategy'
import { recorded } from '@/lib/trace/publish/recorded'
import { openTimeline, type Timeline } from '@/lib/trace/publish/timeline'
import { LabClient, type Reply } from '../stage/client'
import type { LabDesk } from '../stage/server-stage'
import { stock } from '../stage/stock'

/** Milliseconds: for looking at what a run has left. */
const ROOM_LIFE = 30 * 60 * 1000

export interface Room {
  readonly strategy: StrategyName
  readonly sandbox: OwnedSandbox
  readonly timeline: Timeline
  readonly clients: Readonly<Record<Device, LabClient>>
  readonly desk: LabDesk
}

/** @param noted hears of every reply to a client of the room */
export async function openRoom(
  parent: OwnedSandbox,
  strategy: StrategyName,
  dials: DialChange,
  noted: (device: Device, reply: Reply) => void,
): Promise<Room> {
  const expiresAt = new Date(Math.min(parent.expiresAt.getTime(), Date.now() + ROOM_LIFE))
  const { sandbox } = await createSandbox(parent.whose, { roomOf: parent.id, expiresAt })
  // Before anything else can end it: a timeline that is opened afterwards is never closed.
  const timeline = openTimeline(sandbox.id, sandbox.clock, sandbox)
  await sandbox.turnDials(dials)
  const witness = { recorded: (userAgent: string) => recorded(timeline, userAgent), noted }
  const client = (device: Device) => new LabClient(strategy, device, sandbox.id, witness)
  const clients = Object.fromEntries(DEVICES.map((device) => [device, client(device)])) as Room['clients']
  return { strategy, sandbox, timeline, clients, desk: deskOf({ strategy, sandbox, timeline }) }
}

export function closeRoom({ sandbox }: Room) {
  closeToOrigins(sandbox.id)
  return destroySandbox(sandbox.id)
}

function deskOf({ strategy, sandbox, timeline }: Pick<Room, 'strategy' | 'sandbox' | 'timeline'>): LabDesk {
  const emailOf = (user: string) => sandbox.users.find(user)!.email
  return {
    passwordOf: (user) => sandbox.keys.firstPassword(user)!,
    async signIn(client, user = 'mina') {
      const password = sandbox.keys.firstPassword(user)!
      const reply = await client.post('sign-in', { email: emailOf(user), password })
      if (reply.status !== 200) throw new Error(`sign-in answered ${reply.status}`)
      return reply
    },
    async forceSignOut(user = 'mina') {
      const done = await forceSignOut(sandbox, timeline, { email: emailOf(user), strategy })
      return done!.lanes[strategy]
    },
    async later(seconds) {
      await sandbox.clock.turn({ advanceSeconds: seconds })
    },
    async laterThan({ exchange }, seconds) {
      const moment = Date.parse(exchange!.sandboxAt) + seconds * 1000
      const left = Math.ceil((moment - sandbox.clock.now().getTime()) / 1000)
      if (left > 0) await sandbox.clock.turn({ advanceSeconds: left })
    },
    setRole: (role, user = 'mina') => sandbox.users.setRole(user, role),
    setDiscount: (percent, user = 'mina') => sandbox.users.setDiscount(user, percent),
    stock: (client, skus) => stock(sandbox, client, skus),
    async changeKeys() {
      for (const lane of ['cookie', 'jwt'] as const) await sandbox.rotateKeys(lane, false)
    },
    async rows() {
      const { session, jwt } = ROWS
      const { sessions } = await session.countAlive(db(), sandbox.id)
      return { sessions, ...(await jwt.countAlive(db(), sandbox.id)) }
    },
    async clearExpired() {
      await ROWS[strategy].removeExpired(db(), sandbox.id, sandbox.clock.now(), sandbox.dials)
    },
    async stored() {
      const tables = await ROWS[strategy].read(db(), sandbox.id)
      return Object.entries(tables).map(([table, rows]) => ({
        table,
        rows: rows.length,
        octets: octetsOf(rows),
      }))
    },
  }
}

const octetsOf = (rows: readonly object[]) =>
  rows.reduce((sum, row) => sum + octetsIn(columns(row, Object.keys(row) as (keyof typeof row)[])), 0)
