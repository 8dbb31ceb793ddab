/** The visitor's own browser as the stage of one lane of a browser lab. */
import type { BrowserStage } from '../../../lib/labs/browser-stage'
import type { Finding } from '../../../lib/labs/lab'
import type { RunReport } from '../../../lib/labs/run'
import type { StrategyName } from '../../../lib/strategies/strategy'

export interface StageSetting {
  /** As `POST /api/sandbox/labs/{lab}/runs` answered it. */
  run: RunReport
  lane: StrategyName
  position: string
  /** null: this deployment has no second site. */
  attackerOrigin: string | null
  /** Each finding, as it is made. */
  report(finding: Finding): void
  /**
   * The browser has blocked a window of the attacker's site. Show a button whose click calls `open`; it answers whether the
   * window came. Until then the lab waits.
   */
  press(open: () => boolean): void
}

/** `close`: after the last act, or when the visitor stops: what the lab has left in this browser goes. Never throws. */
export interface OpenStage extends BrowserStage {
  close(): Promise<void>
}

export function createBrowserStage({ lane, position, report }: StageSetting): OpenStage {
  return {
    strategy: lane,
    position,
    found: (moment, outcome, exchange, facts = {}) => report({ lane, moment, outcome, exchange, facts }),
    close: async () => {},
  }
}
