/** What the server holds for one sandbox, by lane: as rows, and as artifacts for whoever watches. */
import { db } from '@/lib/db/client'
import { cookieRows } from '@/lib/strategies/cookie/site/rows'
import type { Dials } from '@/lib/strategies/dials'
import { countSpent, jwtRows } from '@/lib/strategies/jwt/site/rows'
import type { FamilyRow } from '@/lib/strategies/jwt/store'
import { asRow, sessionRows } from '@/lib/strategies/session/site/rows'
import type { Tables } from '@/lib/strategies/site/lane-rows'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { maskValue } from '@/lib/trace/export/mask'
import { cartRow, deniedRow, familyRow, generationRow, sessionRow, spentRows } from '@/lib/trace/ledger/rows'
import type { Artifact } from '@/lib/trace/model/artifact'
import type { DeniedRow } from '@/lib/trace/model/finding'
import type { Timeline } from '@/lib/trace/publish/timeline'
import type { OwnedSandbox } from './sandbox'

/**
 * Column by column as they lie in the database. The cookie lane's list is empty: that is the lesson, but for the dial `generation`.
 * A column that signs in as it stands is masked unless it is asked for. Of spent tokens at most the newest thousand.
 */
export async function storedRows(
  { id, dials }: Pick<OwnedSandbox, 'id' | 'dials'>,
  reveal = false,
): Promise<Record<StrategyName, object[]>> {
  const lanes = { cookie: await cookieRows.read(db(), id), session: await sessionRows.read(db(), id) }
  const { Session } = lanes.session
  const hidden = dials.session.storedId === 'raw' && !reveal
  return {
    cookie: named(lanes.cookie),
    session: named({ Session: hidden ? Session.map(maskId) : Session }),
    jwt: named(await jwtRows.read(db(), id)),
  }
}

const named = (tables: Tables) =>
  Object.entries(tables).flatMap(([table, rows]) => rows.map((row) => ({ table, ...row })))

const maskId = (row: { idHash: string }) => ({ ...row, idHash: maskValue(row.idHash) })

/** After an act that changed rows behind the lanes' backs, or a dial that changed what they mean. */
export async function publishStored(sandboxId: string, timeline: Timeline): Promise<void> {
  const rows = await storedArtifacts(sandboxId, timeline.ledger.dials)
  for (const strategy of STRATEGIES) timeline.publish({ type: 'stored', strategy, rows: rows[strategy] })
}

async function storedArtifacts(sandboxId: string, dials: Dials): Promise<Record<StrategyName, Artifact[]>> {
  const { VisitGeneration } = await cookieRows.read(db(), sandboxId)
  const { Session } = await sessionRows.read(db(), sandboxId)
  const { RefreshFamily, SpentRefreshToken, Cart, DeniedToken } = await jwtRows.read(db(), sandboxId)
  const newest = new Map(SpentRefreshToken.map((token) => [token.familyId, token]))
  const counts = await countSpent(db(), sandboxId)
  const spentOf = (family: FamilyRow) => {
    const token = newest.get(family.id)
    return token ? spentRows(family, counts.get(family.id) ?? 1, token, dials) : []
  }
  return {
    cookie: VisitGeneration.map(generationRow),
    session: Session.map((row) => sessionRow(asRow(row), dials)),
    jwt: [
      ...RefreshFamily.map((row) => familyRow(row as FamilyRow)),
      ...RefreshFamily.flatMap((row) => spentOf(row as FamilyRow)),
      ...Cart.map(({ subject, lines, version }) => cartRow({ subject, lines: JSON.parse(lines), version })),
      ...DeniedToken.map((row) => deniedRow(row as DeniedRow)),
    ],
  }
}
