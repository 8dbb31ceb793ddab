/** What the tabs of one browser tell one another. Same origin only; nothing is stored. */

import type { VisitorDevice } from '@/lib/reading/visitor-device'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { ShopState } from '../state/types'

export type ShopPatch = Partial<Pick<ShopState, 'customer' | 'formerly' | 'cart' | 'orders' | 'full'>>

export type TabMessage =
  /** An answer changed a shop. `sentAt`: when a change was asked for, in milliseconds of this browser's clock. */
  | {
      kind: 'shop'
      sandbox: string
      strategy: StrategyName
      device: VisitorDevice
      patch: ShopPatch
      sentAt?: number
    }
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
  channel ??= openChannel<TabMessage>(NAME, (message) => {
    for (const listener of listeners) listener(message)
  })
  return channel
}

/** null: the browser has none, or refuses it. */
export function openChannel<Message>(
  name: string,
  hears: (message: Message) => void,
): BroadcastChannel | null {
  try {
    const opened = new BroadcastChannel(name)
    opened.onmessage = ({ data }: MessageEvent<Message>) => hears(data)
    return opened
  } catch {
    return null
  }
}
