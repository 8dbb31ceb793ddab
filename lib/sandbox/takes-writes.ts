/** Does the database take writes? Found out by writing: one that is locked, read-only or full can still be read. */
import { allSandboxes } from '../db'
import { perProcess } from './per-process'

const state = () => perProcess<{ asking: Promise<boolean> | null }>('health', () => ({ asking: null }))

/** However many ask at the same time, it is tried once. */
export function takesWrites(): Promise<boolean> {
  const now = state()
  now.asking ??= tryToWrite().finally(() => {
    now.asking = null
  })
  return now.asking
}

async function tryToWrite(): Promise<boolean> {
  const checkedAt = new Date()
  try {
    await allSandboxes().health.upsert({
      where: { id: 1 },
      create: { id: 1, checkedAt },
      update: { checkedAt },
    })
    return true
  } catch {
    return false
  }
}
