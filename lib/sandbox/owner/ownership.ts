/** Whose sandbox is it: the keys that came are tried, each of them. */
import { whose } from '../whose'
import { isKey, isKeyOfAnotherCell } from '../world/owner-key'
import { findOwnedSandbox, hasEnded, type OwnedSandbox } from '../world/sandbox'
import { readOwnerKeys } from './owner'

/**
 * Why no sandbox is found for a request: no key came; one came that this server does not know, which may be another program's, or of a
 * sandbox whose rows are gone; its sandbox has ended; two came of two sandboxes, of which one must be planted; all are of other cells.
 */
export type NoSandbox = 'absent' | 'unknown' | 'ended' | 'doubled' | 'elsewhere'

export interface Ownership {
  sandbox: OwnedSandbox | null
  /** Only without a sandbox. */
  because: NoSandbox | null
  /** Keys of other copies on this host, as far as this one can tell. */
  others: string[]
}

export async function ownership(request: Request): Promise<Ownership> {
  const keys = readOwnerKeys(request)
  const tried = await Promise.all(
    keys.map(async (key) => ({ key, sandbox: await findOwnedSandbox(key, () => whose(request)) })),
  )
  const owned = [...new Set(tried.flatMap(({ sandbox }) => sandbox ?? []))]
  const unknown = tried.filter(({ sandbox }) => !sandbox).map(({ key }) => key)
  if (owned.length === 1) return { sandbox: owned[0]!, because: null, others: unknown.filter(isKey) }
  const ended = await Promise.all(unknown.map(hasEnded))
  const others = unknown.filter((key, i) => isKey(key) && !ended[i])
  if (owned.length > 1) return { sandbox: null, because: 'doubled', others }
  return { sandbox: null, because: ended.includes(true) ? 'ended' : whyNone(keys), others }
}

function whyNone(keys: readonly string[]): NoSandbox {
  if (keys.length === 0) return 'absent'
  return keys.every(isKeyOfAnotherCell) ? 'elsewhere' : 'unknown'
}
