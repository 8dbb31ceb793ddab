/** Which statements reach the driver during a watched call: their text, and of each value no more than what kind it is. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { type SentStatement, statementChannel } from '@/lib/db/statement-channel'
import { quietly } from '@/lib/log/shielded'
import { BoundedMap } from '@/lib/process/bounded-map'
import { perProcess } from '@/lib/process/once'
import type { Statement, StatementValue } from '../model/exchange'

/** Of one call. The longest of the shop has five. */
const MOST = 16

/** Prisma writes the same text anew each time; the ring keeps it once. */
const MOST_TEXTS = 500

const ear = () =>
  perProcess('statements', () => {
    const storage = new AsyncLocalStorage<Statement[]>()
    const texts = new BoundedMap<string, string>(MOST_TEXTS)
    statementChannel.subscribe((message) =>
      quietly(() => {
        const heard = storage.getStore()
        if (heard && heard.length < MOST) heard.push(noted(texts, message as SentStatement))
      }),
    )
    return storage
  })

/** Runs the call; `heard` fills while it is under way. */
export const listening = <T>(heard: Statement[], call: () => T): T => ear().run(heard, call)

const noted = (texts: BoundedMap<string, string>, { sql, args }: SentStatement): Statement => ({
  sql: texts.get(sql) ?? texts.keep(sql, sql),
  values: args.map(kindOf),
})

const TIME = /^\d{4}-\d\d-\d\dT[\d:.]{8,12}(Z|\+00:00)$/

/** Any text may be a credential: with the dial `storedId` on "raw" even the id of a row is one. */
function kindOf(value: unknown): StatementValue {
  if (typeof value === 'number') return value
  if (typeof value === 'bigint' || typeof value === 'boolean') return Number(value)
  if (typeof value === 'string') return TIME.test(value) ? value : { characters: value.length }
  return null
}
