/** A lab's definition as a page is given it: everything but how it is played. Serialisable. */
import type { EnginesSeen } from '@/lib/browsers/engines'
import type { LabNamespace } from '@/lib/i18n/namespaces'
import type { Lab, LabPosition, ServerLab } from '@/lib/labs/lab'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'

export interface LabSheet extends Omit<ServerLab, 'place' | 'play' | 'group' | 'lesson' | 'myths'> {
  place: Lab['place']
  /** Needs the attacker's site. */
  crossSite: boolean
  /** null: this deployment has no second site. */
  attackerOrigin: string | null
  /** Cells in which the engines that were measured do not agree (lib/browsers/engines.ts). Where no table is drawn: none. */
  elsewhere?: EnginesSeen
}

export function sheetOf(lab: Lab, attackerOrigin: string | null): LabSheet {
  const { id, slug, settles, acts, moments, outcomes, asks, positions, place } = lab
  const crossSite = lab.place === 'browser' && lab.crossSite === true
  const needs = lab.place === 'server' ? lab.needs : undefined
  return {
    id,
    slug,
    settles,
    acts,
    moments,
    outcomes,
    asks,
    positions,
    place,
    needs,
    crossSite,
    attackerOrigin,
  }
}

export const namespaceOf = (slug: string): LabNamespace => `lab-${slug}`

export const positionIn = ({ positions }: LabSheet, id: string): LabPosition =>
  positions.find((position) => position.id === id) ?? positions[0]

/** Of which lanes the visitor says what will happen: those of the default position where there is something to say. */
export const lanesAsked = ({ positions, asks }: Pick<LabSheet, 'positions' | 'asks'>): StrategyName[] =>
  STRATEGIES.filter((lane) => asks.between.includes(positions[0].expected[lane]?.[asks.moment] ?? ''))

/** Which lanes take part: of a position without one of them that one stays beside it, as it was on the defaults. */
export const lanesOfLab = ({ positions }: Pick<LabSheet, 'positions'>): StrategyName[] =>
  STRATEGIES.filter((lane) => positions.some(({ expected }) => expected[lane]))

/** Seconds: to read the question and to guess; to follow one act; to read one cell of the table. */
const READING = { question: 60, act: 10, cell: 5 }

/** Whole minutes, counted from what there is to read. The requests themselves take about a second. */
export function minutesOf({
  acts,
  moments,
  positions,
}: Pick<LabSheet, 'acts' | 'moments' | 'positions'>): number {
  const cells = moments.length * lanesOfLab({ positions }).length
  const seconds = READING.question + acts.length * READING.act + cells * READING.cell
  return Math.max(1, Math.round(seconds / 60))
}
