import { Linked } from '@/app/_ui/terms/linked'
import type { TextPart } from '@/lib/glossary/linked'
import type { Text } from '@/lib/i18n/text'
import type { JudgedRow } from '@/lib/note'
import { isProved } from '@/lib/note/proof'
import { citation } from '@/lib/reading/notes/sources'
import { ProofLink, type ProofWords } from './proof-link'
import { VERDICTS_IN_ROWS } from './verdict-word'

export interface RowWords extends ProofWords {
  claim: Text
  sources: Text
  corrections: ReadonlyMap<string, string>
  /** Claims by the row's id, corrections by `correctionOf` it: each term leads to the glossary where it comes first. */
  linked: ReadonlyMap<string, readonly TextPart[]>
}

export const correctionOf = (id: string) => `${id} corrected`

/** Names that 311 rows would repeat stand here once. */
const LIST =
  'max-tablet:grid max-tablet:gap-2 [&>li]:grid [&>li]:scroll-mt-4 [&>li]:items-baseline [&>li]:gap-x-4 [&>li]:gap-y-1 [&>li]:border-line [&>li]:py-1.5 [&>li]:target:bg-mark-1 tablet:[&>li]:grid-cols-[3.5rem_6.5rem_minmax(0,1fr)_10.5rem] tablet:[&>li]:border-t laptop:[&>li]:grid-cols-[3.5rem_6.5rem_minmax(0,1fr)_16rem_10.5rem] max-tablet:[&>li]:grid-cols-[3.5rem_minmax(0,1fr)] max-tablet:[&>li]:rounded-2 max-tablet:[&>li]:border max-tablet:[&>li]:bg-surface max-tablet:[&>li]:p-3 print:[&>li]:break-inside-avoid print:[&>li]:grid-cols-[3.5rem_6rem_minmax(0,1fr)] print:[&>li]:border-t print:[&_:is(small,div:last-child)]:col-start-3 print:[&_:is(small,div:last-child)]:row-start-auto'
const CELLS =
  '[&>li>a]:font-mono [&>li>a]:text-12 [&>li>a]:text-ink-3 [&>li>a]:no-underline max-tablet:[&>li>div]:col-span-full [&_q]:leading-text [&_b]:block [&_b]:leading-text [&_b]:font-semibold [&_div:has(b)_q]:text-ink-2 [&_p]:text-13 [&_p]:text-ink-2 [&_small]:flex [&_small]:flex-wrap [&_small]:gap-x-2 [&_small]:text-12 [&_small]:text-ink-3 tablet:max-laptop:[&_small]:col-start-3 tablet:max-laptop:[&_small]:row-start-2 max-tablet:[&_small]:col-span-full [&_div:last-child]:text-13 [&_div:last-child>a]:inline-block [&_div:last-child>a]:py-1 [&>li>a]:inline-block [&>li>a]:py-1.5 max-tablet:[&_div:last-child>a]:py-2.5 [&_div:last-child>span]:text-ink-3 tablet:max-laptop:[&_div:last-child]:row-start-1 tablet:max-laptop:[&_div:last-child]:col-start-4'

export function Rows({ rows, ...words }: RowWords & { rows: readonly JudgedRow[] }) {
  return (
    <ul className={`${LIST} ${CELLS} ${VERDICTS_IN_ROWS}`}>
      {rows.map((row) => (
        <Row key={row.id} row={row} {...words} />
      ))}
    </ul>
  )
}

function Row({ row, ...words }: RowWords & { row: JudgedRow }) {
  const { id, lines, verdict, korean, proof, sources } = row
  const { t, corrections, linked, locale } = words
  const said = (key: string) => {
    const parts = linked.get(key)!
    const [only] = parts
    return parts.length === 1 && typeof only === 'string' ? only : <Linked parts={parts} locale={locale} />
  }
  const correction = corrections.has(id) && said(correctionOf(id))
  return (
    <li id={id} data-is={`${verdict} ${isProved(proof) ? 'proved' : 'open'}`}>
      <a href={`#${id}`} aria-label={t('line', { lines })}>
        {lines}
      </a>
      <span>{t(`verdict.${verdict}`)}</span>
      <div>
        <q>{said(id)}</q>
        {correction && (verdict === 'correct' ? <p>{correction}</p> : <b>{correction}</b>)}
      </div>
      <small>
        <span lang="ko">{korean}</span>
        {sources.map((source) => {
          const cited = citation(words.sources, source)
          return (
            <a key={cited} href={source.href}>
              {cited}
            </a>
          )
        })}
      </small>
      <div>
        <ProofLink proof={proof} {...words} />
      </div>
    </li>
  )
}
