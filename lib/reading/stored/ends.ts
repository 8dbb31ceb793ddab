/** In which way a stored thing ends, or has ended. Pure. */
import type { Artifact } from '@/lib/trace/model/artifact'
import type { Exchange } from '@/lib/trace/model/exchange'

/** A session row has two ends, and the sooner one counts. The absolute one is a column. */
export function endsByIdle(one: Artifact, { stored }: Exchange): boolean {
  const row = one.backedBy ? [...stored.after, ...stored.before].find(({ id }) => id === one.backedBy) : one
  const absolute = row?.name === 'Session' && row.contents.find(({ name }) => name === 'expiresAt')?.value
  return !!absolute && !!one.expiresAt && Date.parse(one.expiresAt) < Date.parse(absolute)
}

/** The browser has it, and the server has ended what it stands for. */
export const isLeftOver = ({ side, ended }: Artifact) => side === 'browser' && ended === true

/** It stays, so that a second use of its token can be told. */
export const isEndedRow = ({ place, ended, expiresAt }: Artifact) =>
  place === 'row' && ended === true && expiresAt !== null
