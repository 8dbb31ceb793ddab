/** What a run of the benchmark has found, and on which servers. */
import type { Figure } from '../../app/_pages/numbers/figures.ts'
import type { Classes } from '../class/classes.ts'
import type { Stage } from '../faults/stage.ts'
import type { besideBareApp } from './bare-app.ts'
import type { fillSessions } from './crowd.ts'
import type { fullCookie, scriptsOf, tokenOctets, wireOf } from './facts.ts'
import type { profilesOf } from './profile.ts'
import type { Lanes } from './targets.ts'

/** One whose visitors are measured, and one whose database is full of others. */
export type Stages = Record<'watched' | 'crowded', Stage>
export type LanesOf = Record<keyof Stages, Lanes>

/** null: it failed. */
type Tried<Work extends (...given: never[]) => Promise<unknown>> = Awaited<ReturnType<Work>> | null

export interface Found {
  failed: { name: string; why: string }[]
  figures: Figure[]
  rows: number[]
  requests: number
  bare?: Tried<typeof besideBareApp>
  wire?: Tried<typeof wireOf>
  cookie?: Tried<typeof fullCookie>
  token?: Tried<typeof tokenOctets>
  scripts?: Tried<typeof scriptsOf>
  profiles?: Tried<typeof profilesOf>
  /** With open panels, behind one address. */
  klass?: Classes | null
  crowd?: Awaited<ReturnType<typeof fillSessions>>
  /** Octets. */
  resident?: number
  /** Of the bare handler. */
  microseconds?: number
}
