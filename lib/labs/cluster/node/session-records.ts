/** The rows of the session lane, as records of a cluster. */
import type { Cart } from '@/lib/shop/cart'
import type { SessionRow, SessionStore } from '@/lib/strategies/session/store'
import type { Records } from './records'

const keyOf = (idHash: string) => `session/${idHash}`

export interface SessionRecords {
  records: Records
  /** A cart is changed where it lies, and nothing is written. */
  inPlace: boolean
}

export function sessionRecords({ records, inPlace }: SessionRecords): SessionStore {
  const insert = (row: SessionRow) => records.put(keyOf(row.idHash), recordOf(row), 0)
  return {
    ...NOT_HERE,
    find: async (idHash) => rowOf((await records.find(keyOf(idHash)))?.value),
    insert,
    async save(row, cart, at) {
      if (inPlace) return changeInPlace(records, row, cart)
      const next = { ...row, cart, version: row.version + 1, lastSeenAt: at }
      return records.put(keyOf(row.idHash), recordOf(next), row.version)
    },
    async replace(row, next) {
      const done = await insert(next)
      if (done) await records.drop(keyOf(row.idHash))
      return done
    },
    touch: (row, at) =>
      records.put(
        keyOf(row.idHash),
        recordOf({ ...row, version: row.version + 1, lastSeenAt: at }),
        row.version,
      ),
    async end(idHash) {
      await records.drop(keyOf(idHash))
      return true
    },
  }
}

/** The fault that the position shows: the object that was found is changed, and nobody is told. */
async function changeInPlace(records: Records, { idHash }: SessionRow, cart: Cart): Promise<boolean> {
  const found = await records.find(keyOf(idHash))
  if (!found) return false
  Object.assign(found.value, { cart })
  return true
}

const recordOf = (row: SessionRow) => ({ version: row.version, value: { ...row } })

/** Dates are texts where a record has been sent. */
function rowOf(value: object | undefined): SessionRow | null {
  if (!value) return null
  const row = value as SessionRow
  const [createdAt, lastSeenAt, expiresAt] = [row.createdAt, row.lastSeenAt, row.expiresAt].map(
    (date) => new Date(date),
  ) as [Date, Date, Date]
  return { ...row, createdAt, lastSeenAt, expiresAt }
}

const notHere = () => Promise.reject(new Error('a node lists no devices'))

const NOT_HERE = {
  storeWithin: notHere,
  list: notHere,
  endByHandle: notHere,
  endOthers: notHere,
  endAll: notHere,
}
