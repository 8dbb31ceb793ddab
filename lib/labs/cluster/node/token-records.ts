/** What the JWT lane keeps of a sign-in, as records of a cluster: the refresh family, its tokens, and the cart. */
import type { CartStore } from '@/lib/strategies/jwt/carts'
import type { FamilyRow, RefreshFamilyStore } from '@/lib/strategies/jwt/store'
import type { Records } from './records'

export function familyRecords(records: Records): RefreshFamilyStore {
  const family = async (id: string) => rowOf((await records.find(`family/${id}`))?.value)
  const byToken = async (hash: string) => {
    const found = await records.find(`token/${hash}`)
    return found && family((found.value as { family: string }).family)
  }
  const store = (row: FamilyRow, expected: number) =>
    records.put(`family/${row.id}`, { version: row.generation, value: { ...row } }, expected)
  const token = ({ id, tokenHash }: FamilyRow) =>
    records.put(`token/${tokenHash}`, { version: 1, value: { family: id } }, 0)
  return {
    ...NOT_HERE,
    async insert(row) {
      await store(row, 0)
      await token(row)
    },
    async findByToken(hash) {
      const row = await byToken(hash)
      return row?.tokenHash === hash ? row : null
    },
    async findBySpentToken(hash) {
      const row = await byToken(hash)
      return row && row.tokenHash !== hash ? row : null
    },
    async rotate(row, { tokenHash, at, accessExpiresAt }) {
      const next = { ...row, tokenHash, accessExpiresAt, lastSeenAt: at, generation: row.generation + 1 }
      return (await store(next, row.generation)) && token(next)
    },
    async end(id, because, at) {
      const row = await family(id)
      if (!row || row.endedAt) return false
      const ended = { ...row, generation: row.generation + 1, endedAt: at, endedBecause: because }
      return store(ended, row.generation)
    },
  }
}

export function cartRecords(records: Records): CartStore {
  const keyOf = (subject: string) => `cart/${subject}`
  return {
    async find(subject) {
      const found = await records.find(keyOf(subject))
      const lines = found ? { ...(found.value as Record<string, number>) } : {}
      return { subject, lines, version: found?.version ?? 0 }
    },
    save: ({ subject, version }, lines) =>
      records.put(keyOf(subject), { version: version + 1, value: { ...lines } }, version),
    merge: notHere,
  }
}

function rowOf(value: object | undefined): FamilyRow | null {
  if (!value) return null
  const row = value as FamilyRow
  const date = (at: Date) => new Date(at)
  return {
    ...row,
    createdAt: date(row.createdAt),
    lastSeenAt: date(row.lastSeenAt),
    expiresAt: date(row.expiresAt),
    accessExpiresAt: date(row.accessExpiresAt),
    endedAt: row.endedAt && date(row.endedAt),
  }
}

const notHere = () => Promise.reject(new Error('a node has no guests and lists no devices'))

const NOT_HERE = {
  insertWithin: notHere,
  prolong: notHere,
  spentBetween: notHere,
  list: notHere,
  endOne: notHere,
  endOthers: notHere,
  endAll: notHere,
}
