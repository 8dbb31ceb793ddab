/** The sessions as artifacts. */
import type { PrismaClient } from '@/generated/prisma/client'
import type { Dials } from '../../dials'
import type { Artifact, Field } from '../../site/artifact'
import { columns, rowArtifact } from '../../site/row-artifact'
import { endOf } from '../lifetime'
import type { SessionRow } from '../store'
import { asRow, sessionRows } from './rows'

export const sessionRowId = (handle: string) => `row/Session/${handle}`

/**
 * The end is the idle end or the absolute one, whichever comes first. With the dial `storedId` on "raw" the column is
 * compared with what the browser sends as it is: then whatever stands in it signs in, also what was once put there as a hash.
 */
export function sessionRow(row: SessionRow, dials: Dials): Artifact {
  const raw = dials.session.storedId === 'raw'
  const contents: Field[] = [
    { name: 'idHash', value: row.idHash, form: raw ? 'random' : 'hashed' },
    ...columns(row, [
      'handle',
      'userId',
      'customer',
      'device',
      'cart',
      'version',
      'createdAt',
      'lastSeenAt',
      'expiresAt',
    ]),
  ]
  const expiresAt = endOf({ dials }, row).toISOString()
  const stored = rowArtifact(sessionRowId(row.handle), 'Session', row.device, contents, { expiresAt })
  return raw ? { ...stored, credential: true, value: row.idHash } : stored
}

export async function sessionArtifacts(
  db: PrismaClient,
  sandboxId: string,
  dials: Dials,
): Promise<Artifact[]> {
  const { Session } = await sessionRows.read(db, sandboxId)
  return Session.map((row) => sessionRow(asRow(row), dials))
}
