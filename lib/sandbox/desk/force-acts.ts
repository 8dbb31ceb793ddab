/** Forced sign-out of one device, and of everybody. Each lane does what it can, and says so where it cannot. */
import type { ForcedSignOut } from '@/lib/strategies/site/desk'
import { DESKS } from '@/lib/strategies/site/served-lanes'
import { DEVICES, type Device, type StrategyName } from '@/lib/strategies/strategy'
import type { Timeline } from '@/lib/trace/publish/timeline'
import type { OwnedSandbox } from '../world/sandbox'
import { publishStored } from '../world/stored'
import { deskOf } from './desk-of'

export type ForceOutcome = ForcedSignOut | 'not_possible' | 'unknown_device'

interface SignIn {
  strategy: StrategyName
  /** As the lane's device list has it. */
  id: string
}

export async function forceDevice(
  sandbox: OwnedSandbox,
  timeline: Timeline,
  { strategy, id }: SignIn,
): Promise<ForceOutcome> {
  const { devices } = DESKS[strategy]
  if (!devices) return 'not_possible'
  const forced = await devices.end(deskOf(sandbox, timeline), id)
  await publishStored(sandbox.id, timeline)
  return forced
}

/** On which device a sign-in began, as its row says. */
export async function deviceOfSignIn(
  sandbox: OwnedSandbox,
  timeline: Timeline,
  { strategy, id }: SignIn,
): Promise<Device | undefined> {
  const began = await DESKS[strategy].devices?.beganOn(deskOf(sandbox, timeline), id)
  return DEVICES.find((device) => device === began)
}

/** Guests too. */
export async function forceEveryone(
  sandbox: OwnedSandbox,
  timeline: Timeline,
  { strategy }: { strategy: StrategyName },
): Promise<ForceOutcome> {
  const forced = await DESKS[strategy].everyone(deskOf(sandbox, timeline))
  await publishStored(sandbox.id, timeline)
  return forced
}
