'use client'
// What a link asks for, and how far it has been done.
import { create } from 'zustand'
import { follow } from '@/app/_live/dials/follow-link'
import { act, advance } from '@/app/_live/requests/acts'
import { forceSignOut } from '@/app/_live/requests/desk'
import type { ShopAct } from '@/app/_live/requests/requests'
import { backToLive } from '@/app/_live/state/cursor'
import { useLive } from '@/app/_live/state/store'
import { addressOf, FORMS, type Lanes, type ScenarioAct } from '@/lib/scenario/acts'

interface Scenario {
  /** What the fragment says; waits for an answer. null: nothing is asked. */
  asked: string | null
  running: readonly ScenarioAct[] | null
  /** How many are done. */
  done: number
}

export const useScenario = create<Scenario>()(() => ({ asked: null, running: null, done: 0 }))

/** Between two acts, so that each can be seen. Milliseconds. */
const PAUSE = 900

/** Declined or done: the address asks no more. */
export function dropScenario(): void {
  useScenario.setState({ asked: null, running: null })
  history.replaceState(history.state, '', location.pathname + location.search)
}

/** Dials first: it is with them turned that the acts are to be seen. @returns false: they could not be turned, and nothing was done. */
export async function followLink(acts: readonly ScenarioAct[], lanes: Lanes): Promise<boolean> {
  dropScenario()
  if (!(await follow())) return false
  await runScenario(acts, lanes)
  return true
}

export async function runScenario(acts: readonly ScenarioAct[], lanes: Lanes): Promise<void> {
  dropScenario()
  const isStopped = () => useScenario.getState().running !== acts
  backToLive()
  useScenario.setState({ running: acts, done: 0 })
  for (const [i, one] of acts.entries()) {
    if (isStopped()) return
    await perform(one, lanes)
    if (!isStopped()) useScenario.setState({ done: i + 1 })
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
}

export async function perform(wanted: ScenarioAct, lanes: Lanes): Promise<unknown> {
  const { device } = useLive.getState()
  switch (wanted.do) {
    case 'device':
      return useLive.setState({ device: wanted.device, cursor: null, event: null })
    case 'sign-in':
      return act(lanes, device, { act: 'sign-in', email: addressOf(wanted.user) })
    case 'force-sign-out':
      return forceSignOut(addressOf(wanted.user), lanes.length === 1 ? lanes[0] : undefined)
    case 'clock':
      return advance(wanted.seconds)
    default: {
      const { do: word, ...fields } = wanted
      return act(lanes, device, { act: FORMS.get(word)?.operation, ...fields } as ShopAct)
    }
  }
}
