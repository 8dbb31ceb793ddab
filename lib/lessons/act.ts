/** What a lesson can have done for the reader: the acts of a scenario link, and those of dials, desk and labs. */
import type { ScenarioAct } from '@/lib/scenario/acts'
import type { Position } from '@/lib/strategies/dials'
import type { StrategyName } from '@/lib/strategies/strategy'

export type LessonAct =
  | ScenarioAct
  | { do: 'dial'; lane: StrategyName; name: string; value: Position }
  /** An act of the support desk that concerns no device (`POST /api/sandbox/acts`). */
  | { do: 'demote' | 'promote'; user: 'mina' | 'sam' }
  | { do: 'restart' }
  | { do: 'rotate-keys'; lane: StrategyName; keepPrevious: boolean }
  /** Runs a lab; one that is played in a browser cannot be run by HTTP alone. */
  | { do: 'lab'; lab: string; position: string }
