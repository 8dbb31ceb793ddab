/** The one table of the cookie lane as artifacts. */
import type { PrismaClient } from '@/generated/prisma/client'
import type { Artifact } from '../../site/artifact'
import { columns, rowArtifact } from '../../site/row-artifact'
import type { GenerationRow } from './findings'
import { cookieRows } from './rows'

export const generationRowId = (userId: string) => `row/VisitGeneration/${userId}`

/** The one thing that the server remembers in the cookie lane. */
export function generationRow(row: GenerationRow): Artifact {
  const contents = columns(row, ['userId', 'generation'])
  return rowArtifact(generationRowId(row.userId), 'VisitGeneration', null, contents, { expiresAt: null })
}

export async function cookieArtifacts(db: PrismaClient, sandboxId: string): Promise<Artifact[]> {
  return (await cookieRows.read(db, sandboxId)).VisitGeneration.map(generationRow)
}
