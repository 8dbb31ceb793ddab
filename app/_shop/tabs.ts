/** What the tabs of one browser tell one another. Same origin only; nothing is stored. */
import type { StrategyName } from '../../lib/strategies/strategy'
import type { ShopState, VisitorDevice } from './live-types'

export type ShopPatch = Partial<Pick<ShopState, 'customer' | 'formerly' | 'cart' | 'orders' | 'full'>>

export type TabMessage =
  /** An answer changed a shop. */
  | { kind: 'shop'; sandbox: string; strategy: StrategyName; device: VisitorDevice; patch: ShopPatch }
  /** jwt: a newer access token, or null: it was given up. `renewals` as counted in hints.ts. */
  | { kind: 'token'; sandbox: string; device: VisitorDevice; token: string | null; renewals: number }
  /** This browser has a new sandbox. */
  | { kind: 'moved'; sandbox: string }

const NAME = 'remember-me:tabs'
let channel: BroadcastChannel | null = null
const listeners = new Set<(message: TabMessage) => void>()

export function tell(message: TabMessage): void {
  open()?.postMessage(message)
}

/** @returns stops listening */
export function hear(listener: (message: TabMessage) => void): () => void {
  open()
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function open(): BroadcastChannel | null {
  if (typeof BroadcastChannel === 'undefined') return null
  if (channel) return channel
  channel = new BroadcastChannel(NAME)
  channel.onmessage = ({ data }: MessageEvent<TabMessage>) => {
    for (const listener of listeners) listener(data)
  }
  return channel
}

/** Web Locks need a secure context; elsewhere a tab is on its own. */
export function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks ? (navigator.locks.request(name, work) as Promise<T>) : work()
}
