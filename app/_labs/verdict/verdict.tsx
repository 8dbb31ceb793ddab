'use client'
// Filled by the visitor's own run.
import { useLocale, useText } from '@/lib/i18n/client'
import { clockTime } from '@/lib/reading/format'
import { useKept } from '../run/kept'
import type { Shown } from '../run/use-lab'
import { type LabSheet, namespaceOf, positionIn } from '../sheet'
import type { VerdictRows } from './verdict-cell'
import { LanesDown, MomentsDown } from './verdict-table'

/** With more moments than this the table is turned: lanes are its columns. */
const WIDEST = 4

export function Verdict({ sheet, position, shown }: { sheet: LabSheet; position: string; shown: Shown }) {
  const t = useText('labs')
  const own = useText(namespaceOf(sheet.slug))
  const byDefault = useKept(({ results }) => results[sheet.slug]?.default?.findings)
  const table: VerdictRows = {
    sheet,
    position: positionIn(sheet, position),
    shown,
    before: position === 'default' ? null : (byDefault ?? null),
  }
  return (
    <section className="card verdict" aria-labelledby="h-verdict">
      <h2 id="h-verdict">
        <span className="k">2</span>
        <span>{t('verdict.title')}</span>
        {position !== 'default' && <span className="at">{own(`position.${position}`)}</span>}
        <span className="b">{t('verdict.proof')}</span>
      </h2>
      {sheet.moments.length > WIDEST ? <MomentsDown {...table} /> : <LanesDown {...table} />}
      <Footnote table={table} />
    </section>
  )
}

function Footnote({ table: { position, shown, before } }: { table: VerdictRows }) {
  const t = useText('labs')
  const locale = useLocale()
  return (
    <p className="legend">
      {(['exposed', 'held', 'neutral'] as const).map((tone) => (
        <span key={tone} className={`outcome ${tone}`}>
          <span className="dot" aria-hidden="true" />
          <span>{t(`tone.${tone}`)}</span>
        </span>
      ))}
      {shown.at && <span>{t('verdict.earlier', { time: clockTime(shown.at, locale) })}</span>}
      {position.id !== 'default' && !before && <span>{t('verdict.run-default')}</span>}
    </p>
  )
}
