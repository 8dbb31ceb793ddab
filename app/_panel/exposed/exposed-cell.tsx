'use client'
// Part of the Exposed view: a cell that opens to its reason.
import { useLocale, useText } from '@/lib/i18n/client'
import { clockTime } from '@/lib/reading/format'
import type { ExposureCell } from '@/lib/trace/model/exposure'

interface CellProps {
  reader: string
  cell: ExposureCell
  open: boolean
  toggle(): void
}

export function ExposedCell({ reader, cell, open, toggle }: CellProps) {
  const t = useText('inspector')
  const locale = useLocale()
  const words = cell.abilities.map((ability) => t(`ability.${ability}`)).join(', ') || t('ability.none')
  return (
    <td className={strength(cell)}>
      <span className="who" aria-hidden="true">
        {reader}
      </span>
      <button type="button" className="word" aria-expanded={open} onClick={toggle}>
        <span className="dot" />
        <span>{words}</span>
        <span className="vh">. {t('exposed.why')}</span>
      </button>
      <small>
        <span>{t.has(`because.${cell.because}`) ? t(`because.${cell.because}`) : cell.because}</span>
        {cell.until && <span>{` ${t('exposed.until', { time: clockTime(cell.until, locale) })}`}</span>}
      </small>
    </td>
  )
}

/** Empty, half and full dot: nothing; reads, or sends without reading; acts as the visitor or changes what is believed. */
function strength({ abilities }: ExposureCell): 'v0' | 'v1' | 'v2' {
  if (abilities.length === 0) return 'v0'
  return abilities.some((ability) => ability === 'replay' || ability === 'alter') ? 'v2' : 'v1'
}
