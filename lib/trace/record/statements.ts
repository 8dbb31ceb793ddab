/** Which statements reach the driver during a watched call: their text, and of each value no more than what kind it is. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { type SentStatement, statementChannel } from '@/lib/db/statement-channel'
import { quietly } from '@/lib/log/shielded'
import type { Statement, StatementValue } from '../model/exchange'

/** Of one call. The longest of the shop has five. */
const MOST = 16

interface Ear {
  storage: AsyncLocalStorage<Statement[]>
  texts: Map<string, string>
}

const KEY = Symbol.for('remember-me.statements')
const shared = globalThis as { [KEY]?: Ear }

/** One a process: bundles have a copy of this file each. */
function ear(): Ear {
  if (shared[KEY]) return shared[KEY]
  const { storage, texts } = { storage: new AsyncLocalStorage<Statement[]>(), texts: new Map() }
  statementChannel.subscribe((message) =>
    quietly(() => {
      const heard = storage.getStore()
      if (heard && heard.length < MOST) heard.push(noted(texts, message as SentStatement))
    }),
  )
  shared[KEY] = { storage, texts }
  return shared[KEY]
}

/** Runs the call; `heard` fills while it is under way. */
export const listening = <T>(heard: Statement[], call: () => T): T => ear().storage.run(heard, call)

const noted = (texts: Map<string, string>, { sql, args }: SentStatement): Statement => ({
  sql: once(texts, sql),
  values: args.map(kindOf),
})

const MOST_TEXTS = 500

/** Prisma writes the same text anew each time; the ring keeps it once. */
function once(texts: Map<string, string>, sql: string): string {
  const known = texts.get(sql)
  if (known !== undefined) return known
  if (texts.size >= MOST_TEXTS) texts.clear()
  texts.set(sql, sql)
  return sql
}

const TIME = /^\d{4}-\d\d-\d\dT[\d:.]{8,12}(Z|\+00:00)$/

/** Any text may be a credential: with the dial `storedId` on "raw" even the id of a row is one. */
function kindOf(value: unknown): StatementValue {
  if (typeof value === 'number') return value
  if (typeof value === 'bigint' || typeof value === 'boolean') return Number(value)
  if (typeof value === 'string') return TIME.test(value) ? value : { characters: value.length }
  return null
}
