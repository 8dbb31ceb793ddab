'use client'
// The live store: what the page knows. It changes with every answer and every event of the stream.
import { createStore, useStore } from 'zustand'
import type { DeskAct } from '@/lib/reading/timeline/desk-act'
import type { VisitorDevice } from '@/lib/reading/visitor-device'
import { DEFAULT_DIALS } from '@/lib/strategies/dials'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import type { OwnerAct } from '@/lib/trace/model/owner-act'
import { drawnTogether } from './drawn-together'
import { type LiveState, type ShopState, type Shops, UNREAD } from './types'

const unreadShops = (): Shops =>
  Object.fromEntries(STRATEGIES.map((name) => [name, { laptop: UNREAD, phone: UNREAD }])) as Shops

/** All that belongs to one sandbox. */
const fresh = () => ({
  sandbox: null,
  closesAt: null,
  users: [],
  shops: unreadShops(),
  exchanges: [],
  dropped: 0,
  desk: [],
  acts: [],
  labRun: null,
  dials: DEFAULT_DIALS,
  clockOffset: 0,
  cursor: null,
  event: null,
})

const live = createStore<LiveState>()(() => ({
  ...fresh(),
  phase: 'starting',
  retryAfter: null,
  catalogue: [],
  serverAhead: 0,
  device: 'laptop',
  view: 'evidence',
  untold: false,
  lane: 'cookie',
}))
const drawn = drawnTogether(live)

/** In a component: what it draws. Elsewhere the store itself, which tells of each change as it happens. */
export const useLive = Object.assign(<Seen>(see: (state: LiveState) => Seen) => useStore(drawn, see), live)

export function forgetSandbox(): void {
  useLive.setState(fresh())
}

/** @param id of a sandbox */
export function isOnScreen(id: string): boolean {
  return useLive.getState().sandbox?.id === id
}

export function shopOf(strategy: StrategyName, device: VisitorDevice): ShopState {
  return useLive.getState().shops[strategy][device]
}

export function patchShop(strategy: StrategyName, device: VisitorDevice, patch: Partial<ShopState>): void {
  useLive.setState(({ shops }) => {
    const lane = { ...shops[strategy], [device]: { ...shops[strategy][device], ...patch } }
    return { shops: { ...shops, [strategy]: lane } }
  })
}

/** An act is known by its time: the answer of the one who asked and the event stream both tell of it. */
export function addDeskAct(act: DeskAct): void {
  useLive.setState(({ desk }) => {
    if (desk.some(({ at }) => at === act.at)) return {}
    return { desk: [...desk, act].sort((a, b) => a.at.localeCompare(b.at)) }
  })
}

export function addOwnerAct(act: OwnerAct): void {
  useLive.setState(({ acts }) => {
    if (acts.some(({ id }) => id === act.id)) return {}
    return { acts: [...acts, act].sort((a, b) => a.at.localeCompare(b.at)) }
  })
}
