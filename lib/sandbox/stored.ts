/** What the server holds for one sandbox, by lane: as rows, and as artifacts for whoever watches. */
import { db } from '../db'
import type { Cart } from '../shop/cart'
import type { FamilyRow } from '../strategies/jwt/store'
import type { SessionRow } from '../strategies/session/store'
import { STRATEGIES, type StrategyName } from '../strategies/strategy'
import type { Artifact } from '../trace/artifact'
import { cartRow, familyRow, sessionRow, spentRows } from '../trace/rows'
import type { Timeline } from '../trace/timeline'

async function readTables(sandboxId: string) {
  const where = { sandboxId }
  const oldestFirst = { orderBy: { createdAt: 'asc' } } as const
  return {
    sessions: await db().session.findMany({ where, ...oldestFirst }),
    families: await db().refreshFamily.findMany({ where, ...oldestFirst }),
    spent: await db().spentRefreshToken.findMany({ where: { family: where }, orderBy: { spentAt: 'asc' } }),
    carts: await db().cart.findMany({ where, orderBy: { subject: 'asc' } }),
  }
}

/** Column by column as they lie in the database. The cookie lane's list is empty: that is the lesson. */
export async function storedRows(sandboxId: string): Promise<Record<StrategyName, object[]>> {
  const { sessions, families, spent, carts } = await readTables(sandboxId)
  const named = (table: string, rows: object[]) => rows.map((row) => ({ table, ...row }))
  return {
    cookie: [],
    session: named('Session', sessions),
    jwt: [...named('RefreshFamily', families), ...named('SpentRefreshToken', spent), ...named('Cart', carts)],
  }
}

/** After an act that changed rows behind the lanes' backs. */
export async function publishStored(sandboxId: string, timeline: Timeline): Promise<void> {
  const rows = await storedArtifacts(sandboxId)
  for (const strategy of STRATEGIES) timeline.publish({ type: 'stored', strategy, rows: rows[strategy] })
}

async function storedArtifacts(sandboxId: string): Promise<Record<StrategyName, Artifact[]>> {
  const { sessions, families, spent, carts } = await readTables(sandboxId)
  return {
    cookie: [],
    session: sessions.map((row) => sessionRow({ ...row, cart: parsed(row.cart) } as SessionRow)),
    jwt: [
      ...families.map((row) => familyRow(row as FamilyRow)),
      ...families.flatMap(({ id }) => spentOf(id, spent)),
      ...carts.map(({ subject, lines, version }) => cartRow({ subject, lines: parsed(lines), version })),
    ],
  }
}

function spentOf(familyId: string, spent: { familyId: string; tokenHash: string }[]): Artifact[] {
  const own = spent.filter((one) => one.familyId === familyId)
  const newest = own.at(-1)
  return newest ? [spentRows(familyId, own.length, newest.tokenHash)] : []
}

const parsed = (column: string) => JSON.parse(column) as Cart
