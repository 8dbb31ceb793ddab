import type { Text } from '@/lib/i18n/text'
import { ROWS } from '@/lib/note'
import { isProved } from '@/lib/note/proof'
import { VERDICTS } from '@/lib/note/row'

/**
 * Which rows are shown. Radio buttons that the style sheet reads: it works without a script. A row that an address names is shown all
 * the same. `data-is` of a row or heading says what is there.
 */
export const FILTERED = `
  has-[#only-correct:checked]:[&_[data-is]:not([data-is~=correct],:target,:has(:target))]:hidden
  has-[#only-imprecise:checked]:[&_[data-is]:not([data-is~=imprecise],:target,:has(:target))]:hidden
  has-[#only-outdated:checked]:[&_[data-is]:not([data-is~=outdated],:target,:has(:target))]:hidden
  has-[#only-wrong:checked]:[&_[data-is]:not([data-is~=wrong],:target,:has(:target))]:hidden
  has-[#only-proved:checked]:[&_[data-is]:not([data-is~=proved],:target,:has(:target))]:hidden
  has-[#only-open:checked]:[&_[data-is]:not([data-is~=open],:target,:has(:target))]:hidden`

export function Filter({ t }: { t: Text }) {
  const proved = ROWS.filter(({ proof }) => isProved(proof)).length
  const counts = [
    ['all', t('filter.all'), ROWS.length],
    ...VERDICTS.toReversed().map((verdict) => [verdict, t(`verdict.${verdict}`), countOf(verdict)] as const),
    ['proved', t('filter.proved'), proved],
    ['open', t('filter.open'), ROWS.length - proved],
  ] as const
  return (
    <fieldset className="print:hidden">
      <legend className="sr-only">{t('filter.legend')}</legend>
      <div className="inline-flex flex-wrap gap-1 text-13 [&_label]:flex [&_label]:min-h-7.5 [&_label]:items-center [&_label]:gap-1.5 [&_label]:rounded-2 [&_label]:border [&_label]:border-line-strong [&_label]:bg-surface [&_label]:px-2.5 [&_label]:whitespace-nowrap [&_label]:text-ink-2 [&_label]:has-checked:bg-mark-2 [&_label]:has-checked:font-semibold [&_label]:has-checked:text-ink [&_label]:has-focus-visible:outline-2 [&_label]:has-focus-visible:outline-focus [&_label]:forced-colors:has-checked:bg-[Highlight] [&_label]:forced-colors:has-checked:text-[HighlightText] max-tablet:[&_label]:min-h-10">
        {counts.map(([id, word, n]) => (
          <label key={id}>
            <input
              type="radio"
              className="sr-only"
              name="only"
              id={`only-${id}`}
              value={id}
              defaultChecked={id === 'all'}
            />
            <span>{word}</span>
            <span className="tabular-nums">{n}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const countOf = (verdict: string) => ROWS.filter((row) => row.verdict === verdict).length
