/**
 * jwt, dial `carrier` on local-storage: the access token where every script of this origin can read it, now and after
 * a reload. By default it is in memory only, and nothing of this file runs.
 */

import type { VisitorDevice } from '@/lib/reading/visitor-device'
import { STORAGE } from '@/lib/site/storage-keys'

interface Laid {
  sandbox: string
  token: string
}

const keyOf = (device: VisitorDevice) => `${STORAGE.token}${device}`

/** null: none of this sandbox. */
export function storedToken(sandbox: string, device: VisitorDevice): string | null {
  try {
    const laid = JSON.parse(localStorage.getItem(keyOf(device)) ?? 'null') as Laid | null
    return laid?.sandbox === sandbox ? laid.token : null
  } catch {
    return null
  }
}

/** null takes it away. */
export function storeToken(sandbox: string, device: VisitorDevice, token: string | null): void {
  try {
    if (token === null) localStorage.removeItem(keyOf(device))
    else localStorage.setItem(keyOf(device), JSON.stringify({ sandbox, token } satisfies Laid))
  } catch {
    // Storage blocked or full: the token is in memory all the same.
  }
}
