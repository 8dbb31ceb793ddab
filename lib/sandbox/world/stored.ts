/** What the server holds for one sandbox, by lane: as rows, and as artifacts for whoever watches. */
import { db } from '@/lib/db/client'
import { KNOWN } from '@/lib/strategies/site/known-lanes'
import { ROWS } from '@/lib/strategies/site/served-lanes'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { maskValue } from '@/lib/trace/export/mask'
import { settle } from '@/lib/trace/fast/batch'
import type { Timeline } from '@/lib/trace/publish/timeline'
import type { TimelineEvent } from '@/lib/trace/publish/timeline-event'
import type { OwnedSandbox } from './sandbox'

/**
 * Column by column as they lie in the database. The cookie lane's list is empty: that is the lesson, but for the dial `generation`.
 * A column that signs in as it stands is masked unless it is asked for. Of spent tokens at most the newest thousand.
 */
export async function storedRows(
  { id, dials }: Pick<OwnedSandbox, 'id' | 'dials'>,
  reveal = false,
): Promise<Record<StrategyName, object[]>> {
  const stored = { cookie: [], session: [], jwt: [] } as Record<StrategyName, object[]>
  for (const strategy of STRATEGIES) {
    const tables = await ROWS[strategy].read(db(), id)
    const hidden = reveal ? null : ROWS[strategy].secretColumn(dials)
    for (const [table, rows] of Object.entries(tables))
      for (const row of rows) stored[strategy].push({ table, ...(hidden ? masked(row, hidden) : row) })
  }
  return stored
}

const masked = (row: object, column: string) => ({
  ...row,
  [column]: maskValue((row as Record<string, string>)[column]!),
})

type StoredEvent = Extract<TimelineEvent, { type: 'stored' }>

/** All rows as they lie in the database now; the ledger has them from now on. */
export async function readStored(sandboxId: string, { ledger }: Timeline): Promise<StoredEvent[]> {
  const stored: StoredEvent[] = []
  for (const strategy of STRATEGIES) {
    const rows = await KNOWN[strategy].artifacts(db(), sandboxId, ledger.dials)
    stored.push({ type: 'stored', strategy, rows })
  }
  // What was seen before they were read is in the ledger before they are.
  settle()
  for (const { strategy, rows } of stored) ledger.replaceRows(strategy, rows)
  return stored
}

/** After an act that changed rows behind the lanes' backs, or a dial that changed what they mean. */
export async function publishStored(sandboxId: string, timeline: Timeline): Promise<void> {
  for (const lane of await readStored(sandboxId, timeline)) timeline.publish(lane)
}
