/** What a turned dial has changed: the findings of one position beside those of the defaults. */
import type { LabFinding } from '@/lib/labs/lab'

export interface TurnedCell {
  finding: LabFinding
  /** Outcome on the defaults. */
  was: string
}

/** In the order of `found`; what the defaults did not find is no difference. */
export function differencesOf(found: readonly LabFinding[], byDefault: readonly LabFinding[]): TurnedCell[] {
  return found.flatMap((finding) => {
    const before = byDefault.find(({ lane, moment }) => lane === finding.lane && moment === finding.moment)
    return before && before.outcome !== finding.outcome ? [{ finding, was: before.outcome }] : []
  })
}
