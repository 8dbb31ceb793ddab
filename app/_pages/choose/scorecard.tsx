/** ASVS 5.0, requirement by requirement: what a lab shows of each lane, with the dials as they come and with others. */
import { turnName } from '@/app/_live/dials/words'
import { Icon, type IconName } from '@/app/_ui/icon'
import { Facts, Paragraph } from '@/app/_ui/reading/reading'
import {
  type LaneScore,
  type PositionScore,
  REQUIREMENTS,
  type Requirement,
  type Score,
  scoresOf,
} from '@/lib/choose/scorecard'
import type { Locale } from '@/lib/i18n/routing'
import { asvs } from '@/lib/reading/notes/sources'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { CellLink } from './cell-link'
import type { CellWords } from './say-cell'

interface Props {
  locale: Locale
  words: CellWords
}

const SHOWN = REQUIREMENTS.filter(({ by }) => by.length > 0).map((requirement) => ({
  requirement,
  scores: scoresOf(requirement),
}))
/** As they are called there. */
const CHAPTERS = [
  { name: 'V7 Session Management', href: asvs('7.2.1').href },
  { name: 'V9 Self-contained Tokens', href: asvs('9.1.1').href },
]
const NOT_SHOWN = REQUIREMENTS.filter(({ by }) => by.length === 0)

export function Scorecard({ locale, words }: Props) {
  const { t } = words
  return (
    <>
      <Paragraph>{t('score.text')}</Paragraph>
      <p className="flex flex-wrap gap-x-4 text-13">
        {CHAPTERS.map(({ name, href }) => (
          <a
            key={name}
            href={href}
            lang="en"
            className="inline-flex min-h-6 items-center max-tablet:min-h-10"
          >
            {name}
          </a>
        ))}
      </p>
      <Facts list>
        <thead>
          <tr>
            <th scope="col">{t('score.requirement')}</th>
            {STRATEGIES.map((lane) => (
              <th key={lane} scope="col" className={`lane-${lane} font-mono text-lane`}>
                {lane}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {SHOWN.map(({ requirement, scores }) => (
            <tr key={requirement.id + requirement.part}>
              <th scope="row">
                <Asks requirement={requirement} words={words} />
              </th>
              {scores.map((score) => (
                <td key={score.lane}>
                  <InLane score={score} locale={locale} words={words} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Facts>
      <Paragraph>{t('score.note', { ids: NOT_SHOWN.map(({ id }) => said(id, words)).join('; ') })}</Paragraph>
    </>
  )
}

const nameOf = (id: string) => id.replaceAll('.', '-')
const said = (id: string, { t }: CellWords) => `${id} ${t(`score.asks.${nameOf(id)}`)}`

function Asks({ requirement: { id, part }, words }: { requirement: Requirement; words: CellWords }) {
  const { t } = words
  return (
    <>
      <span className="block text-12 text-ink-3 tabular-nums">{id}</span>
      <span className="block">
        {t(`score.asks.${nameOf(id)}`) + (part ? `: ${t(`score.part.${part}`)}` : '')}
      </span>
    </>
  )
}

function InLane({ score, locale, words }: Props & { score: LaneScore }) {
  const { lane } = score
  return (
    <>
      <span className={`lane-${lane} font-mono text-lane narrow:hidden`} aria-hidden="true">
        {lane}
      </span>
      {[score.default, ...score.moved].map((one) => (
        <Verdict key={JSON.stringify(one.dials)} one={one} lane={lane} locale={locale} words={words} />
      ))}
    </>
  )
}

const SIGNS: Record<Score, IconName> = {
  met: 'check',
  'not-met': 'cross',
  'does-not-apply': 'minus',
  'not-shown': 'minus',
}

function Verdict({ one, lane, locale, words }: Props & { one: PositionScore; lane: StrategyName }) {
  const { t, dials } = words
  const word = t(`score.is.${one.score}`)
  // The cell that decides: the last that was looked at with these dials.
  const cell = one.cells.findLast(({ shown }) => Object.keys(shown.at).length > 0) ?? one.cells.at(-1)
  const turns = Object.entries(one.dials).map(([name, value]) =>
    turnName(dials, { strategy: lane, name, value }),
  )
  return (
    <span className="block pb-1">
      <span className="flex items-center gap-1.5">
        <Icon name={SIGNS[one.score]} className="size-3.5 stroke-2" />
        {cell && one.score !== 'not-shown' ? (
          <CellLink {...cell} lane={lane} locale={locale} words={words} short={word} />
        ) : (
          <span className="text-ink-3">{word}</span>
        )}
      </span>
      {turns.length > 0 && (
        <small className="block text-12 text-ink-3">{t('score.dials', { dials: turns.join('; ') })}</small>
      )}
    </span>
  )
}
