/**
 * What this browser remembers across a reload besides its cookies: that there is something to ask for. No
 * credential and nothing about the customer, only that one is signed in. Page script cannot see an HttpOnly cookie.
 */

import type { VisitorDevice } from '@/lib/reading/visitor-device'
import { STORAGE } from '@/lib/site/storage-keys'
import type { StrategyName } from '@/lib/strategies/strategy'

export type SignInHint = 'guest' | 'customer'

interface Hints {
  sandbox: string
  /** Key: "{strategy}/{device}". */
  held: Partial<Record<string, SignInHint>>
  /** How often the access token of a device was renewed, in whichever tab. */
  renewals: Partial<Record<string, number>>
  /** Devices whose access token lies in a cookie. */
  inCookie: Partial<Record<string, true>>
}

const KEY = STORAGE.held

export function heldIn(sandbox: string, strategy: StrategyName, device: VisitorDevice): SignInHint | null {
  return read(sandbox).held[`${strategy}/${device}`] ?? null
}

export function noteHeld(
  sandbox: string,
  strategy: StrategyName,
  device: VisitorDevice,
  held: SignInHint | null,
) {
  const hints = read(sandbox)
  const key = `${strategy}/${device}`
  if (held === (hints.held[key] ?? null)) return
  if (held) hints.held[key] = held
  else delete hints.held[key]
  write(hints)
}

export function renewalsOf(sandbox: string, device: VisitorDevice): number {
  return read(sandbox).renewals[device] ?? 0
}

export function noteRenewal(sandbox: string, device: VisitorDevice): number {
  const hints = read(sandbox)
  const count = (hints.renewals[device] ?? 0) + 1
  hints.renewals[device] = count
  write(hints)
  return count
}

export function isInCookie(sandbox: string, device: VisitorDevice): boolean {
  return read(sandbox).inCookie[device] ?? false
}

export function noteInCookie(sandbox: string, device: VisitorDevice, is: boolean) {
  const hints = read(sandbox)
  if (is === (hints.inCookie[device] ?? false)) return
  if (is) hints.inCookie[device] = true
  else delete hints.inCookie[device]
  write(hints)
}

/** Only the current sandbox is remembered. */
function read(sandbox: string): Hints {
  const nothing: Hints = { sandbox, held: {}, renewals: {}, inCookie: {} }
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Hints | null
    return stored?.sandbox === sandbox && stored.held && stored.renewals ? { ...nothing, ...stored } : nothing
  } catch {
    return nothing
  }
}

function write(hints: Hints): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(hints))
  } catch {
    // Storage blocked or full: a reload then asks for less.
  }
}
