/** Whether the timeline is open, remembered in this browser. */
import { create } from 'zustand'
import { STORAGE } from '@/lib/site/storage-keys'

const KEY = STORAGE.timelineOpen

export const useIsOpen = create<{ open: boolean }>()(() => ({ open: wasOpen() }))

export function setOpen(open: boolean): void {
  useIsOpen.setState({ open })
  try {
    if (open) localStorage.setItem(KEY, 'open')
    else localStorage.removeItem(KEY)
  } catch {
    // Blocked: it is remembered until the next load.
  }
}

function wasOpen(): boolean {
  try {
    return localStorage.getItem(KEY) === 'open'
  } catch {
    return false
  }
}
