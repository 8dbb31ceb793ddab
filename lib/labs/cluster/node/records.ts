/** What a node keeps of its visitors: records under keys, each with the number of its version. */

export interface VersionRecord {
  version: number
  /** What JSON can say. */
  value: object
}

/** Whatever version is there. */
export const ANY = -1

export interface Records {
  find(key: string): Promise<VersionRecord | null>
  /** @param expected the version that has to be there; 0: none. @returns false: it is not so, and nothing was written */
  put(key: string, record: VersionRecord, expected: number): Promise<boolean>
  drop(key: string): Promise<void>
}

/** A session server is asked and there is none. */
export class StoreGone extends Error {
  override readonly name = 'StoreGone'
}

/** In the memory of this process, as living objects: who changes one in place has changed it here. */
export class OwnRecords implements Records {
  readonly kept = new Map<string, VersionRecord>()

  async find(key: string) {
    return this.kept.get(key) ?? null
  }

  async put(key: string, record: VersionRecord, expected: number) {
    if (expected !== ANY && (this.kept.get(key)?.version ?? 0) !== expected) return false
    this.kept.set(key, record)
    return true
  }

  async drop(key: string) {
    this.kept.delete(key)
  }
}

/** Looks into its own memory first, and believes it. */
export function cached(inner: Records): Records {
  const own = new Map<string, VersionRecord>()
  return {
    async find(key) {
      const found = own.get(key) ?? (await inner.find(key))
      if (found) own.set(key, found)
      return found
    },
    async put(key, record, expected) {
      const done = await inner.put(key, record, expected)
      if (done) own.set(key, record)
      else own.delete(key)
      return done
    },
    async drop(key) {
      own.delete(key)
      await inner.drop(key)
    },
  }
}

/** Writes the whole record, whatever is there by now. */
export const asBlobs = (inner: Records): Records => ({
  find: (key) => inner.find(key),
  put: (key, record) => inner.put(key, record, ANY),
  drop: (key) => inner.drop(key),
})
