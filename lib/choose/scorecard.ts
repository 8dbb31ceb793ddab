/**
 * What OWASP ASVS 5.0 asks of sessions and of self-contained tokens (V7.2 to 7.5, V9), and which cell of a lab shows that a lane does it.
 * What no lab shows has no verdict: a sentence is no proof.
 */
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { type CellOutcome, type EvidenceTable, keyOf, shownAt, type TurnedDials } from './evidence'
import { evidenceFor } from './measured'
import type { OfLab } from './rules'

interface Shows {
  readonly asks: OfLab
  readonly wants: readonly string[]
}

export interface Requirement {
  /** As ASVS counts. */
  readonly id: string
  /** Where one requirement asks for two things that come apart here: a key of the catalogue. */
  readonly part?: string
  /** All of these together. Empty: no lab shows it. */
  readonly by: readonly Shows[]
  /** Outcomes that say that the lane has nothing of the kind. */
  readonly without?: readonly string[]
  /** The lab looks at something else in these lanes. */
  readonly notIn?: readonly StrategyName[]
}

const shows = (lab: string, moment: string, ...wants: string[]): Shows => ({ asks: { lab, moment }, wants })
const none = (id: string): Requirement => ({ id, by: [] })

const TOKENLESS = ['no-such-thing', 'nothing-in-it'] as const

export const REQUIREMENTS: readonly Requirement[] = [
  {
    id: '7.2.1',
    by: [shows('x06-tamper', 'changed', 'refused'), shows('x06-tamper', 'invented', 'refused')],
  },
  none('7.2.2'),
  none('7.2.3'),
  { id: '7.2.4', part: 'new', by: [shows('x12-fixation', 'guest-value', 'refused', 'guest')] },
  { id: '7.2.4', part: 'ended', by: [shows('x12-fixation', 'guest-value', 'refused')] },
  // The access token's end is looked at there, and a refresh token goes on without one.
  {
    id: '7.3.1',
    by: [shows('x07-expiry', 'unused', 'expired'), shows('x07-expiry', 'in-use', 'known')],
    notIn: ['jwt'],
  },
  { id: '7.3.2', by: [shows('x07-expiry', 'twelve-hours', 'expired')] },
  { id: '7.4.1', by: [shows('x09-theft', 'after-sign-out', 'refused')] },
  none('7.4.2'),
  { id: '7.4.3', by: [shows('x15-password-and-role', 'phone-next', 'refused')] },
  none('7.4.4'),
  { id: '7.4.5', part: 'at-once', by: [shows('x13-forced-sign-out', 'next-request', 'refused')] },
  { id: '7.4.5', part: 'minute', by: [shows('x13-forced-sign-out', 'minute-later', 'refused')] },
  none('7.5.1'),
  { id: '7.5.2', part: 'view', by: [shows('x14-devices', 'list', 'listed')] },
  { id: '7.5.2', part: 'end', by: [shows('x14-devices', 'ended-one', 'refused')], without: ['only-one'] },
  none('7.5.3'),
  // An id is no self-contained token: nothing can be read in it.
  {
    id: '9.1.1',
    by: [shows('x06-tamper', 'read', 'readable', 'unreadable'), shows('x06-tamper', 'changed', 'refused')],
    without: TOKENLESS,
  },
  { id: '9.1.2', by: [shows('x06-tamper', 'header', 'refused')], without: TOKENLESS },
  { id: '9.1.3', by: [shows('x06-tamper', 'header', 'refused')], without: TOKENLESS },
  {
    id: '9.2.1',
    by: [shows('x07-expiry', 'rewritten', 'refused'), shows('x07-expiry', 'unused', 'expired')],
    without: TOKENLESS,
  },
  none('9.2.2'),
  {
    id: '9.2.3',
    by: [
      shows('x18-single-sign-on', 'replay', 'refused'),
      shows('x18-single-sign-on', 'no-audience', 'refused'),
    ],
    without: ['takes-none'],
  },
  none('9.2.4'),
]

export type Score = 'met' | 'not-met' | 'does-not-apply' | 'not-shown'

/** One position of the lane's dials, and the cells that say so. */
export interface PositionScore {
  readonly dials: TurnedDials
  readonly score: Score
  readonly cells: readonly { readonly asks: OfLab; readonly shown: CellOutcome }[]
}

export interface LaneScore {
  readonly lane: StrategyName
  readonly default: PositionScore
  /** Positions that change the score. */
  readonly moved: readonly PositionScore[]
}

export function scoresOf(requirement: Requirement): LaneScore[] {
  const evidence = evidenceFor(requirement.by)
  return STRATEGIES.map((lane) => {
    const byDefault = scored(requirement, lane, {}, evidence)
    const moved = positionsOf(requirement, lane, evidence).map((dials) =>
      scored(requirement, lane, dials, evidence),
    )
    return { lane, default: byDefault, moved: moved.filter(({ score }) => score !== byDefault.score) }
  })
}

function scored(
  requirement: Requirement,
  lane: StrategyName,
  dials: TurnedDials,
  evidence: EvidenceTable,
): PositionScore {
  const { by, without = [], notIn = [] } = requirement
  if (by.length === 0 || notIn.includes(lane)) return { dials, score: 'not-shown', cells: [] }
  const found = by.map(({ asks, wants }) => ({
    asks,
    wants,
    shown: shownAt(evidence[keyOf(asks)]![lane]!, dials),
  }))
  const cells = found.flatMap(({ asks, shown }) => (shown ? [{ asks, shown }] : []))
  if (cells.length < found.length) return { dials, score: 'not-shown', cells }
  if (cells.some(({ shown }) => without.includes(shown.outcome)))
    return { dials, score: 'does-not-apply', cells }
  const isMet = found.every(({ wants, shown }) => wants.includes(shown!.outcome))
  return { dials, score: isMet ? 'met' : 'not-met', cells }
}

/** In which its labs have tried this lane, beside the default one. */
function positionsOf({ by }: Requirement, lane: StrategyName, evidence: EvidenceTable): TurnedDials[] {
  const all = by.flatMap(({ asks }) => evidence[keyOf(asks)]![lane]!.map(({ at }) => at))
  const distinct = new Map(all.map((at) => [JSON.stringify(at), at]))
  return [...distinct.values()].filter((at) => Object.keys(at).length > 0)
}

/** The three that ASVS 5.0, 7.4.1 names for self-contained tokens. */
const CURES = [
  { id: 'list', dial: 'denylist' },
  { id: 'date', dial: 'oldTokens' },
  { id: 'key', dial: 'userKeys' },
] as const

/** What ends a sign-in, and what became of a copy: each cure was tried where it is meant to work. */
const ENDINGS: readonly Shows[] = [
  shows('x09-theft', 'after-sign-out', 'refused'),
  shows('x13-forced-sign-out', 'next-request', 'refused'),
  shows('x15-password-and-role', 'phone-next', 'refused'),
]

export interface Cure {
  readonly id: (typeof CURES)[number]['id']
  readonly dial: string
  readonly tried: readonly { readonly asks: OfLab; readonly shown: CellOutcome; readonly ends: boolean }[]
}

/** Each is a dial of the jwt lane; what was tried with that dial alone. */
export function curesShown(): Cure[] {
  const evidence = evidenceFor(ENDINGS)
  return CURES.map(({ id, dial }) => ({
    id,
    dial,
    tried: ENDINGS.flatMap(({ asks, wants }) =>
      evidence[keyOf(asks)]!.jwt!.filter(({ at }) => Object.keys(at).join() === dial).map((shown) => ({
        asks,
        shown,
        ends: wants.includes(shown.outcome),
      })),
    ),
  }))
}
