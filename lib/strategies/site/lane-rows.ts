/** What the site does with the rows of a lane, besides serving: each lane does it with its own tables. */
import type { PrismaClient } from '@/generated/prisma/client'
import type { Dials } from '../dials'

/** How many, under the names that the owner is told. */
export type Counts = Record<string, number>

/** Rows as they lie there, by the name of their table. */
export type Tables = Record<string, object[]>

export interface LaneRows<All extends Counts, Expired extends Counts, Alive extends Counts> {
  /** Those that refuse something, too. */
  removeAll(db: PrismaClient, sandboxId: string): Promise<All>
  /** What has ended by itself. */
  removeExpired(db: PrismaClient, sandboxId: string, now: Date, dials: Dials): Promise<Expired>
  /** Of all sandboxes, at most so many of one table: what ended before then. In this order, since one hangs on the other. */
  readonly sweeps: readonly Sweep[]
  /** What a sign-in or a cart stands on. */
  countAlive(db: PrismaClient, sandboxId: string): Promise<Alive>
  read(db: PrismaClient, sandboxId: string): Promise<Tables>
  /** What signs in as it stands in its row. null: nothing does. */
  secretColumn(dials: Dials): string | null
}

export type Sweep = (db: PrismaClient, before: Date, limit: number) => Promise<{ count: number }>
