/** Forced sign-out of one device, and of everybody. Each lane does what it can; `null` where it has nothing to do it with. */
import { db } from '@/lib/db/client'
import { deviceOf as deviceOfFamily, endFamilies } from '@/lib/strategies/jwt/site/rows'
import { createRefreshFamilyStore } from '@/lib/strategies/jwt/store'
import { endRow as deleteRow, deviceOf as deviceOfRow, sessionRows } from '@/lib/strategies/session/site/rows'
import { DEVICES, type Device, type StrategyName } from '@/lib/strategies/strategy'
import type { Timeline } from '@/lib/trace/publish/timeline'
import type { ForcedSignOut } from '@/lib/trace/publish/timeline-event'
import type { OwnedSandbox } from '../world/sandbox'
import { publishStored } from '../world/stored'
import { endedFamilies, nothingLeft, raiseGeneration } from './force-sign-out'

export type Forced = ForcedSignOut | 'not_possible' | 'unknown_device'

/** @param id as the lane's device list has it */
export async function forceDevice(
  sandbox: OwnedSandbox,
  timeline: Timeline,
  { strategy, id }: { strategy: StrategyName; id: string },
): Promise<Forced> {
  if (strategy === 'cookie') return 'not_possible'
  const forced = strategy === 'session' ? await endRow(sandbox, id) : await endFamily(sandbox, timeline, id)
  await publishStored(sandbox.id, timeline)
  return forced
}

/** On which device a sign-in began, as its row says. */
export async function deviceOfSignIn(
  { id: sandboxId }: OwnedSandbox,
  { strategy, id }: { strategy: StrategyName; id: string },
): Promise<Device | undefined> {
  if (strategy === 'cookie') return undefined
  const ofLane = strategy === 'session' ? deviceOfRow : deviceOfFamily
  const began = await ofLane(db(), sandboxId, id)
  return DEVICES.find((device) => device === began)
}

async function endRow({ id: sandboxId }: OwnedSandbox, handle: string): Promise<Forced> {
  const count = await deleteRow(db(), sandboxId, handle)
  return count > 0 ? nothingLeft(count, 'row_deleted') : 'unknown_device'
}

async function endFamily(sandbox: OwnedSandbox, timeline: Timeline, id: string): Promise<Forced> {
  const families = createRefreshFamilyStore(db(), sandbox.id)
  const ended = await families.end(id, 'forced', sandbox.clock.now())
  if (!ended && !(await deviceOfFamily(db(), sandbox.id, id))) return 'unknown_device'
  return endedFamilies(sandbox, timeline, { sid: id }, ended ? 1 : 0)
}

/** Where nothing lists the sign-ins, another key ends them all: guests too. */
export async function forceEveryone(
  sandbox: OwnedSandbox,
  timeline: Timeline,
  { strategy }: { strategy: StrategyName },
): Promise<Forced> {
  const forced = await EVERYONE[strategy](sandbox, timeline)
  await publishStored(sandbox.id, timeline)
  return forced
}

const EVERYONE: Record<StrategyName, (sandbox: OwnedSandbox, timeline: Timeline) => Promise<Forced>> = {
  async session({ id: sandboxId }) {
    const { sessions: count } = await sessionRows.removeAll(db(), sandboxId)
    return nothingLeft(count, count > 0 ? 'row_deleted' : 'nothing_to_delete')
  },

  async jwt(sandbox) {
    const count = await endFamilies(db(), sandbox.id, 'forced', sandbox.clock.now())
    await sandbox.rotateKeys('jwt', false)
    return nothingLeft(count, 'families_ended_key_changed')
  },

  async cookie(sandbox, timeline) {
    const { protection, generation } = sandbox.dials.cookie
    if (protection !== 'plain') {
      await sandbox.rotateKeys('cookie', false)
      return nothingLeft(0, 'key_changed')
    }
    // There is no key to change. A number per customer ends what says who it is of; whoever alters it comes back.
    if (!generation) return 'not_possible'
    for (const { id } of sandbox.users.all()) await raiseGeneration(sandbox.id, timeline, id)
    return nothingLeft(0, 'generation_raised_alterable')
  },
}
