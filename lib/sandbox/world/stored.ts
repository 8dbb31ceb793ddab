/** What the server holds for one sandbox, by lane: as rows, and as artifacts for whoever watches. */
import type { Session } from '@/generated/prisma/client'
import { db } from '@/lib/db/client'
import type { Cart } from '@/lib/shop/cart'
import type { Dials } from '@/lib/strategies/dials'
import type { FamilyRow } from '@/lib/strategies/jwt/store'
import type { SessionRow } from '@/lib/strategies/session/store'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { maskValue } from '@/lib/trace/export/mask'
import { cartRow, deniedRow, familyRow, generationRow, sessionRow, spentRows } from '@/lib/trace/ledger/rows'
import type { Artifact } from '@/lib/trace/model/artifact'
import type { DeniedRow } from '@/lib/trace/model/finding'
import type { Timeline } from '@/lib/trace/publish/timeline'
import type { OwnedSandbox } from './sandbox'

/** Spent tokens are the one table that grows by itself: as many as an answer should have, the newest. */
const MOST_SPENT = 1000

async function readTables(sandboxId: string) {
  const where = { sandboxId }
  const oldestFirst = { orderBy: { createdAt: 'asc' } } as const
  const ofFamilies = { family: where }
  const newestSpent = { where: ofFamilies, orderBy: { spentAt: 'desc' }, take: MOST_SPENT } as const
  return {
    sessions: await db().session.findMany({ where, ...oldestFirst }),
    families: await db().refreshFamily.findMany({ where, ...oldestFirst }),
    spent: (await db().spentRefreshToken.findMany(newestSpent)).reverse(),
    spentCounts: await db().spentRefreshToken.groupBy({ by: ['familyId'], where: ofFamilies, _count: true }),
    carts: await db().cart.findMany({ where, orderBy: { subject: 'asc' } }),
    denied: await db().deniedToken.findMany({ where, orderBy: { expiresAt: 'asc' } }),
    generations: await db().visitGeneration.findMany({ where, orderBy: { userId: 'asc' } }),
  }
}

/**
 * Column by column as they lie in the database. The cookie lane's list is empty: that is the lesson, but for the dial `generation`.
 * A column that signs in as it stands is masked unless it is asked for. Of spent tokens at most the newest thousand.
 */
export async function storedRows(
  { id, dials }: Pick<OwnedSandbox, 'id' | 'dials'>,
  reveal = false,
): Promise<Record<StrategyName, object[]>> {
  const { sessions, families, spent, carts, denied, generations } = await readTables(id)
  const named = (table: string, rows: object[]) => rows.map((row) => ({ table, ...row }))
  const hidden = dials.session.storedId === 'raw' && !reveal
  return {
    cookie: named('VisitGeneration', generations),
    session: named('Session', hidden ? sessions.map(maskId) : sessions),
    jwt: [
      ...named('RefreshFamily', families),
      ...named('SpentRefreshToken', spent),
      ...named('Cart', carts),
      ...named('DeniedToken', denied),
    ],
  }
}

const maskId = (row: { idHash: string }) => ({ ...row, idHash: maskValue(row.idHash) })

/** After an act that changed rows behind the lanes' backs, or a dial that changed what they mean. */
export async function publishStored(sandboxId: string, timeline: Timeline): Promise<void> {
  const rows = await storedArtifacts(sandboxId, timeline.ledger.dials)
  for (const strategy of STRATEGIES) timeline.publish({ type: 'stored', strategy, rows: rows[strategy] })
}

async function storedArtifacts(sandboxId: string, dials: Dials): Promise<Record<StrategyName, Artifact[]>> {
  const { sessions, families, spent, spentCounts, carts, denied, generations } = await readTables(sandboxId)
  const newest = new Map(spent.map((token) => [token.familyId, token]))
  const counts = new Map(spentCounts.map(({ familyId, _count }) => [familyId, _count]))
  const spentOf = (family: FamilyRow) => {
    const token = newest.get(family.id)
    return token ? spentRows(family, counts.get(family.id) ?? 1, token, dials) : []
  }
  return {
    cookie: generations.map(generationRow),
    session: sessions.map((row) => sessionRow(asWritten(row), dials)),
    jwt: [
      ...families.map((row) => familyRow(row as FamilyRow)),
      ...families.flatMap((row) => spentOf(row as FamilyRow)),
      ...carts.map(({ subject, lines, version }) => cartRow({ subject, lines: parsed(lines), version })),
      ...denied.map((row) => deniedRow(row as DeniedRow)),
    ],
  }
}

const asWritten = (row: Session): SessionRow =>
  ({
    ...row,
    cart: parsed(row.cart),
    customer: row.customer && parsed(row.customer),
  }) as unknown as SessionRow

const parsed = (column: string) => JSON.parse(column) as Cart
