/** What one lane of a lab is played with in the visitor's own browser. Implemented by the page (app/_labs/stage). */
import type { StrategyName } from '../strategies/strategy'

export interface BrowserStage<Moment extends string = string, Outcome extends string = string> {
  readonly strategy: StrategyName
  readonly position: string
  /** @param exchange id of an exchange of this lane's room, or null */
  found(
    moment: Moment,
    outcome: Outcome,
    exchange: string | null,
    facts?: Record<string, string | number>,
  ): void
}
