/** The cells of a lab's table that speak for or against a belief. */
import type { LabFinding } from '@/lib/labs/lab'
import type { SettledMyth } from '@/lib/labs/myths'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { LabSheet } from '../sheet'
import { findingOf } from '../verdict/verdict-cell'

export interface NotedMyth {
  myth: SettledMyth
  sheet: LabSheet
  /** What the study note says of it. */
  noted: readonly string[]
}

export interface FoundCell {
  lane: StrategyName
  moment: string
  finding: LabFinding
}

export const foundOf = ({ lanes, moments }: SettledMyth, findings: readonly LabFinding[]): FoundCell[] =>
  lanes.flatMap((lane) =>
    moments.flatMap((moment) => {
      const finding = findingOf(findings, lane, moment)
      return finding ? [{ lane, moment, finding }] : []
    }),
  )
