/** The decision as a record in Markdown: what was asked and answered, what speaks for each lane, and what ASVS 5.0, 7.1 wants written down. Pure. */
import type { Text } from '@/lib/i18n/text'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { TurnedDials } from './evidence'
import type { Flip } from './flips'
import { type GivenAnswers, numberOf, QUESTIONS } from './questions'
import type { Line, RankedLane } from './rank'

export interface Decision {
  readonly answers: GivenAnswers
  readonly ranking: readonly RankedLane[]
  readonly flips: readonly Flip[]
}

/** How the page says what is not in the catalogue `choose`. */
export interface RecordWords {
  readonly t: Text
  /** A measured cell in words, and where it can be seen; null: there is none. */
  cell(line: Line, lane: StrategyName): { text: string; href: string } | null
  dials(lane: StrategyName, dials: TurnedDials): string
  lanes(lanes: readonly StrategyName[]): string
  /** How long a sign-in of this lane lasts as it was tried. */
  ends(fit: RankedLane): { own: string; absolute: string }
}

export interface Made {
  /** With the answers in it. */
  readonly page: string
  readonly date: string
}

export function recordOf(decided: Decision, saying: RecordWords, made: Made): string {
  const { t } = saying
  const parts = [
    `# ${t('record.heading')}`,
    `${t('record.status')}  \n${t('record.date', { date: made.date })}`,
    `## ${t('record.context')}`,
    t('record.context-text', { page: `<${made.page}>` }),
    `## ${t('record.answers')}`,
    answersOf(decided.answers, t),
    `## ${t('record.ranking')}`,
    ...decided.ranking.map((fit) => laneOf(fit, saying)),
    `## ${t('record.decision')}`,
    t('record.decision-text'),
    `## ${t('record.flips')}`,
    flipsIn(decided.flips, saying),
    `## ${t('record.limits')}`,
    listed(['site', 'one-by-one', 'weights', 'not-here'].map((limit) => t(`record.limit.${limit}`))),
    ...documented(decided, saying),
  ]
  return `${parts.join('\n\n')}\n`
}

const listed = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n')

const answersOf = (answers: GivenAnswers, t: Text) =>
  QUESTIONS.map(({ id }, index) => {
    const given = answers[id]
    const answer = given === undefined ? t('open') : t(`answer.${id}.${given}`)
    return `${index + 1}. ${t('record.answer', { question: t(`ask.${id}`), answer })}`
  }).join('\n')

function laneOf(fit: RankedLane, saying: RecordWords): string {
  const { t } = saying
  const missed = fit.missed === 0 ? t('ranking.meets-all') : t('ranking.missed', { n: fit.missed })
  const helped = t('ranking.helped', { n: fit.helped })
  const turned = Object.keys(fit.dials).length > 0
  return [
    `### ${t('record.place', { n: fit.place, lane: fit.lane, missed, helped })}`,
    turned ? t('record.dials', { dials: saying.dials(fit.lane, fit.dials) }) : t('ranking.as-it-comes'),
    listed(fit.lines.map((line) => lineOf(line, fit.lane, saying))),
  ]
    .filter(Boolean)
    .join('\n\n')
}

function lineOf(line: Line, lane: StrategyName, { t, cell }: RecordWords): string {
  const { rule, meets } = line
  const seen = cell(line, lane)
  return t('record.line', {
    n: numberOf(rule.question),
    meets: t(`ranking.${rule.weight}.${meets ? 'meets' : 'misses'}`),
    reason: t(`reason.${rule.reason}`),
    cell: seen ? `[${seen.text}](${seen.href})` : t('ranking.not-shown'),
  })
}

const flipsIn = (flips: readonly Flip[], { t, lanes }: RecordWords) =>
  flips.length === 0
    ? t('flips.none')
    : listed(
        flips.map(({ question, answer, first }) =>
          t('flips.flip', {
            n: numberOf(question),
            answer: t(`answer.${question}.${answer}`),
            first: lanes(first),
          }),
        ),
      )

function documented({ answers, ranking }: Decision, { t, ends }: RecordWords): string[] {
  const first = ranking.filter(({ place }) => place === 1)
  return [
    `## ${t('record.document')}`,
    `### ${t('record.timeouts')}`,
    ...first.map((fit) => t('record.timeouts-text', { lane: fit.lane, ...ends(fit) })),
    `### ${t('record.parallel')}`,
    t('record.parallel-text'),
    `### ${t('record.federation')}`,
    t(answers.believers === 'one' ? 'record.federation-one' : 'record.federation-more'),
  ]
}
