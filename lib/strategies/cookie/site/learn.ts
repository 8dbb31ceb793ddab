/** What findings of the cookie lane change. */
import type { Artifact } from '../../site/artifact'
import { type HeldValue, type Learns, putNewer, type Table } from '../../site/learn'
import { fieldOf } from '../../site/row-artifact'
import { generationRow, generationRowId } from './artifacts'
import type { CookieFinding, GenerationRow } from './findings'

const GENERATION: Table<GenerationRow> = {
  idOf: ({ userId }) => generationRowId(userId),
  artifactOf: generationRow,
  counter: 'generation',
}

export const cookieLearns: Learns<CookieFinding> = {
  'generation-row': (held, finding, dials) => {
    putNewer(held, GENERATION, finding, dials)
    if (!finding.known) endOlderVisits(held, finding.row)
  },
}

/** A visit without a number was sealed before the dial was on, and counts as the first. */
function endOlderVisits(lane: HeldValue, { userId, generation }: GenerationRow) {
  const isOlder = (held: Artifact) =>
    held.side === 'browser' &&
    fieldOf(held, 'customer.id') === userId &&
    Number(fieldOf(held, 'generation') ?? 1) < generation
  lane.update((held) => (isOlder(held) && !held.ended ? { ...held, ended: true } : held))
}
