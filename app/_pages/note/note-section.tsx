import type { Locale } from '@/lib/i18n/routing'
import type { Text } from '@/lib/i18n/text'
import type { JudgedRow, NoteSection } from '@/lib/note'
import { isProved } from '@/lib/note/proof'
import { TABLES } from '@/lib/note/tables'
import { ComparedTable } from './compared-table'
import { Rows, type RowWords } from './rows'

interface Props extends RowWords {
  section: NoteSection
  /** Words of the page in the other language: a heading stands in both. */
  other: { locale: Locale; t: Text }
}

export function OneHeading({ section: { id, lines, rows }, other, ...words }: Props) {
  const { t } = words
  const proved = rows.filter(({ proof }) => isProved(proof)).length
  const inOther = other.t(`section.${id}`)
  const table = TABLES.find(({ section }) => section === id)
  return (
    <section aria-labelledby={id} data-is={kindsIn(rows)} className="scroll-mt-4 pt-8">
      <h2 id={id} className="flex scroll-mt-4 flex-wrap items-baseline gap-x-2 text-20 leading-tight">
        <span>{t(`section.${id}`)}</span>
        {inOther !== t(`section.${id}`) && (
          <span lang={other.locale} className="text-14 font-normal text-ink-2">
            {inOther}
          </span>
        )}
      </h2>
      <p className="pt-1 pb-2 text-13 text-ink-3">
        {`${t('counts', { n: rows.length, proved })} · ${t('within', { lines })}`}
      </p>
      {table && <ComparedTable table={table} t={t} claim={words.claim} />}
      <Rows rows={rows} {...words} />
    </section>
  )
}

/** For the filter. */
const kindsIn = (rows: readonly JudgedRow[]) =>
  [...new Set(rows.flatMap(({ verdict, proof }) => [verdict, isProved(proof) ? 'proved' : 'open']))].join(' ')
