'use client'
import { firstOf, type RankedLane } from '@/lib/choose/rank'
import type { Text } from '@/lib/i18n/text'
import { Matrix } from './matrix'
import type { CellWords } from './say-cell'

interface Props {
  ranking: readonly RankedLane[]
  /** At least one question was answered. */
  isOpen: boolean
  words: CellWords
}

export function Ranking({ ranking, isOpen, words }: Props) {
  const { t } = words
  return (
    <section aria-labelledby="ranking" className="min-w-0">
      <h2 id="ranking" className="text-20 leading-tight">
        {t('ranking.title')}
      </h2>
      <p role="status" className="pt-2 text-16 leading-text">
        {isOpen ? verdict(t, ranking) : t('ranking.none')}
      </p>
      {isOpen && (
        <>
          <Matrix ranking={ranking} words={words} />
          <p className="border-t border-line pt-2 text-12 text-ink-3">
            {`${t('record.limit.weights')} ${t('record.limit.one-by-one')}`}
          </p>
        </>
      )}
    </section>
  )
}

function verdict(t: Text, ranking: readonly RankedLane[]): string {
  const first = firstOf(ranking)
  const said =
    first.length === 1
      ? t('ranking.first', { lane: first[0]! })
      : t('ranking.tie', { lanes: first.join(', ') })
  return ranking[0]!.missed > 0 ? `${said} ${t('ranking.none-meets')}` : said
}
