'use client'
// The lanes beside one another, the first at the left; each row a thing that an answer asks for, with the cell that shows it.
import Link from 'next/link'
import type { ReactNode } from 'react'
import { LaneName } from '@/app/_labs/lane-name'
import { queryOfTurns } from '@/app/_live/dials/dial-links'
import { turnName } from '@/app/_live/dials/words'
import { Icon } from '@/app/_ui/icon'
import { CELL, COLUMN_HEAD, ROW, ROW_HEAD, ROWS, TABLE } from '@/app/_ui/table-roles'
import { numberOf } from '@/lib/choose/questions'
import type { Line, RankedLane } from '@/lib/choose/rank'
import { useLocale } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'
import type { StrategyName } from '@/lib/strategies/strategy'
import { type CellWords, cellPath, sayCell, sayOutcome } from './say-cell'

interface Props {
  ranking: readonly RankedLane[]
  words: CellWords
}

export function Matrix({ ranking, words }: Props) {
  const { t } = words
  const row = (head: ReactNode, cell: (fit: RankedLane) => ReactNode, key?: string) => (
    <Row key={key} head={head} ranking={ranking} cell={cell} />
  )
  return (
    <table
      {...TABLE}
      className="mt-3 w-full table-fixed border-collapse text-left text-13 leading-ui max-tablet:block [&_:is(th,td)]:py-2 [&_:is(th,td)]:pr-3 [&_:is(th,td)]:align-top [&_tr]:border-t [&_tr]:border-line"
    >
      <thead {...ROWS} className="max-tablet:sr-only">
        <tr {...ROW}>
          <th {...COLUMN_HEAD} className="w-2/5 text-12 font-normal text-ink-3">
            {t('ranking.asks')}
          </th>
          {ranking.map(({ lane, place }) => (
            <th key={lane} {...COLUMN_HEAD} className="text-14 whitespace-nowrap">
              <span>{`${t('ranking.place', { n: place })} `}</span>
              <LaneName lane={lane} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...ROWS} className="max-tablet:block">
        {row(t('ranking.counts'), (fit) => (
          <Counts fit={fit} words={words} />
        ))}
        {row(t('ranking.with'), (fit) => (
          <Dials fit={fit} words={words} />
        ))}
        {ranking[0]!.lines.map(({ rule }, at) =>
          row(
            <>
              <span className="block text-12 text-ink-3">
                {t('ranking.because', { n: numberOf(rule.question) })}
              </span>
              <span>{t(`reason.${rule.reason}`)}</span>
            </>,
            (fit) => <Found line={fit.lines[at]!} lane={fit.lane} words={words} />,
            `${rule.question} ${rule.reason}`,
          ),
        )}
      </tbody>
    </table>
  )
}

interface RowProps {
  head: ReactNode
  ranking: readonly RankedLane[]
  cell: (fit: RankedLane) => ReactNode
}

/** Below a tablet's width each cell is a line of its own and says whose it is. */
function Row({ head, ranking, cell }: RowProps) {
  return (
    <tr {...ROW} className="max-tablet:block max-tablet:py-2">
      <th {...ROW_HEAD} className="font-normal max-tablet:block max-tablet:py-0!">
        {head}
      </th>
      {ranking.map((fit) => (
        <td
          key={fit.lane}
          {...CELL}
          className="max-tablet:grid max-tablet:items-baseline max-tablet:grid-cols-[8.5rem_minmax(0,1fr)] max-tablet:py-1!"
        >
          <span className="tablet:hidden" aria-hidden="true">
            <span>{`${fit.place}. `}</span>
            <LaneName lane={fit.lane} />
          </span>
          <span>{cell(fit)}</span>
        </td>
      ))}
    </tr>
  )
}

function Counts({ fit: { missed, helped }, words: { t } }: { fit: RankedLane; words: CellWords }) {
  return (
    <>
      <b className="block font-semibold">
        {missed === 0 ? t('ranking.meets-all') : t('ranking.missed', { n: missed })}
      </b>
      <span className="text-ink-2">{t('ranking.helped', { n: helped })}</span>
    </>
  )
}

function Dials({ fit: { lane, dials }, words }: { fit: RankedLane; words: CellWords }) {
  const locale = useLocale()
  const turns = Object.entries(dials).map(([name, value]) => ({ strategy: lane, name, value }))
  if (turns.length === 0) return <span className="text-ink-2">{words.t('ranking.as-it-comes')}</span>
  return (
    <>
      {turns.map((turn) => (
        <span key={turn.name} className="block">
          {turnName(words.dials, turn)}
        </span>
      ))}
      <Link
        href={localePath(locale, `/${lane}?${queryOfTurns(turns)}`)}
        prefetch={false}
        className="inline-flex min-h-6 items-center max-tablet:min-h-10 print:hidden"
      >
        {words.t('ranking.open', { lane })}
      </Link>
    </>
  )
}

/** What was seen, and whether it does what the answer asks for. */
function Found({ line, lane, words }: { line: Line; lane: StrategyName; words: CellWords }) {
  const locale = useLocale()
  const { rule, shown, meets } = line
  const { t } = words
  return (
    <span className="block max-tablet:flex max-tablet:flex-wrap max-tablet:items-center max-tablet:gap-x-4">
      <span className="flex items-start gap-1.5">
        <Icon name={signOf(line)} className="mt-0.5 size-3.5 stroke-2" />
        <span className={meets ? 'font-medium' : rule.weight === 'must' ? 'font-bold' : undefined}>
          {t(`ranking.${rule.weight}.${meets ? 'meets' : 'misses'}`)}
        </span>
      </span>
      {shown ? (
        <Link
          href={localePath(locale, cellPath(rule.asks, shown, lane))}
          prefetch={false}
          aria-label={sayCell(words, rule.asks, shown)}
          className="inline-flex min-h-6 items-center max-tablet:min-h-10"
        >
          {sayOutcome(words, rule.asks, shown)}
        </Link>
      ) : (
        <span className="text-ink-3">{t('ranking.not-shown')}</span>
      )}
    </span>
  )
}

const signOf = ({ rule, meets }: Line) => (meets ? 'check' : rule.weight === 'must' ? 'cross' : 'minus')
