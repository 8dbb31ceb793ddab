/** The visitor's own browser as the stage of one lane of a browser lab. */

import { evidenceOf } from '@/lib/labs/evidence'
import type { LabFinding } from '@/lib/labs/lab'
import type { RunReport } from '@/lib/labs/run/run'
import type { BrowserStage } from '@/lib/labs/stage/browser-stage'
import { DEFAULT_DIALS, type Dials } from '@/lib/strategies/dials'
import type { StrategyName } from '@/lib/strategies/strategy'
import { attackersSite } from './attackers-site'
import { sandboxedFrame } from './frames'
import { frontEnd } from './front-end'
import { LaptopPage } from './page'
import { RoomView } from './room'
import { windowOpener } from './windows'

export interface StageSetting {
  /** As `POST /api/sandbox/labs/{lab}/runs` answered it. */
  run: RunReport
  lane: StrategyName
  position: string
  /** null: this deployment has no second site. */
  attackerOrigin: string | null
  /** Each finding, as it is made. */
  report(finding: LabFinding): void
  /**
   * The browser has blocked a window of the attacker's site. Show a button whose click calls `open`; it answers whether the
   * window came. Until then the lab waits.
   */
  press(open: () => boolean): void
  /** A window of the attacker's site has opened: this page cannot close it. */
  leftOpen(): void
}

/** `close`: after the last act, or when the visitor stops: what the lab has left in this browser goes. Never throws. */
export interface OpenStage extends BrowserStage {
  close(): Promise<void>
}

export function createBrowserStage(setting: StageSetting): OpenStage {
  const { run, lane, position, attackerOrigin, report, press, leftOpen } = setting
  const view = new RoomView(run, lane)
  const carrier = run.dials?.jwt?.carrier ?? DEFAULT_DIALS.jwt.carrier
  const open = windowOpener(press)
  const laptop = new LaptopPage(view, carrier as Dials['jwt']['carrier'], open)
  const locale = document.documentElement.lang
  return {
    strategy: lane,
    position,
    laptop,
    async elsewhere(credential) {
      const { status, body } = await view.control<Elsewhere>('POST', `/${lane}/attacker`, { credential })
      if (status !== 200 || !body) throw new Error(`elsewhere answered ${status}`)
      const { exchange, ...json } = body
      return { status: body.status, json, exchange }
    },
    attackersSite: attackersSite({ view, attackerOrigin, locale, open, leftOpen }),
    frontEnd: (site, credentials) => frontEnd(view, locale, { site, credentials }),
    sandboxedFrame: sandboxedFrame(),
    found: (moment, outcome, shown, facts = {}) =>
      report({ lane, moment, outcome, ...evidenceOf(moment, shown), facts }),
    async close() {
      laptop.close()
      await view.control('DELETE', `/${lane}`)
    },
  }
}

interface Elsewhere {
  status: number
  customer: object | null
  exchange: string | null
}
