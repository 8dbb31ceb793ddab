'use client'
// A link to a cell that no run has filled yet: what fills it stands in it.
import { type MouseEvent, useSyncExternalStore } from 'react'
import { useText } from '@/lib/i18n/client'
import { RunHere } from '../run/run-here'
import { namespaceOf } from '../sheet'
import type { VerdictRows } from './verdict-cell'

const listen = (changed: () => void) => {
  addEventListener('hashchange', changed)
  return () => removeEventListener('hashchange', changed)
}
/** Id of the element that the address names; empty: none. */
export const useAddressed = () =>
  useSyncExternalStore(
    listen,
    () => location.hash.slice(1),
    () => '',
  )

export function ToFill({ sheet, position, moment }: VerdictRows & { moment: string }) {
  const t = useText('labs')
  const own = useText(namespaceOf(sheet.slug))
  if (sheet.crossSite && sheet.attackerOrigin === null) return null
  // The button goes when its cell is filled: the cell takes the focus, so that it is not lost.
  const focusCell = ({ currentTarget }: MouseEvent) => currentTarget.closest('td')?.focus()
  return (
    <div className="grid justify-items-start gap-1.5 print:hidden" onClickCapture={focusCell}>
      <small className="text-12 text-ink-2">{t('verdict.to-fill')}</small>
      <RunHere sheet={sheet} position={position.id} name={own(`moment.${moment}`)} />
    </div>
  )
}
