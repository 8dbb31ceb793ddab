'use client'
// Part of the Exposed view: a cell that opens to its reason.
import { cx } from '@/app/_ui/cx'
import { CELL } from '@/app/_ui/table-roles'
import { useLocale, useText } from '@/lib/i18n/client'
import { clockTime } from '@/lib/reading/format'
import type { Artifact } from '@/lib/trace/model/artifact'
import type { ExposureCell, Reader } from '@/lib/trace/model/exposure'
import { OPENS } from '../notes/word-button'
import { artifactName } from '../stored/artifact-words'
import { Eye, type Sight } from './eye'

interface CellProps {
  artifact: Artifact
  reader: Reader
  cell: ExposureCell
  open: boolean
  toggle(): void
}

const LOOKS: Record<Sight, string> = {
  none: 'text-ink-3',
  some: 'bg-mark-1',
  all: 'bg-mark-2 font-semibold',
}

/** In a list the reader stands before the words. Where no cell of a row matters, one line says so for all. */
const IN_LIST =
  '@max-[64rem]:grid @max-[64rem]:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] @max-[64rem]:gap-x-2.5 @max-[64rem]:border-l-0 @max-[64rem]:py-1.5'

export function ExposedCell({ artifact, reader, cell, open, toggle }: CellProps) {
  const t = useText('inspector')
  const locale = useLocale()
  const words = cell.abilities.map((ability) => t(`ability.${ability}`)).join(', ') || t('ability.none')
  const sight = sightOf(cell)
  const isLeftOut = sight === 'none' && !artifact.credential
  return (
    <td
      {...CELL}
      className={cx(
        'border-t border-l border-line px-2.5 py-2 align-top',
        LOOKS[sight],
        IN_LIST,
        isLeftOut && '@max-[64rem]:hidden',
      )}
    >
      <span
        className="hidden font-normal text-ink-2 @max-[64rem]:row-span-2 @max-[64rem]:block"
        aria-hidden="true"
      >
        {t(`reader.${reader}`)}
      </span>
      <span className="flex items-start gap-1.5">
        <Eye sight={sight} className="mt-1 size-3.5" />
        <button
          type="button"
          className={`${OPENS} min-h-6 max-tablet:min-h-10`}
          aria-expanded={open}
          onClick={toggle}
        >
          <span>{words}</span>
          <span className="sr-only">
            {`. ${t('exposed.whyOf', { reader: t(`reader.${reader}`), name: artifactName(t, artifact) })}`}
          </span>
        </button>
      </span>
      <small
        className={cx(
          'block text-12 font-normal @max-[64rem]:col-start-2',
          sight === 'none' ? 'text-ink-3' : 'text-ink-2',
        )}
      >
        <span>{t.has(`because.${cell.because}`) ? t(`because.${cell.because}`) : cell.because}</span>
        {cell.until && <span>{` ${t('exposed.until', { time: clockTime(cell.until, locale) })}`}</span>}
      </small>
    </td>
  )
}

/** Nothing; reads, or sends without reading; acts as the visitor or changes what is believed. */
function sightOf({ abilities }: ExposureCell): Sight {
  if (abilities.length === 0) return 'none'
  return abilities.some((ability) => ability === 'replay' || ability === 'alter') ? 'all' : 'some'
}
