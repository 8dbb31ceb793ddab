'use client'
import { Button } from '@/app/_ui/button'
// For whoever waits in the line of a lab: somebody's run of the same position, said to be that.
import { useText } from '@/lib/i18n/client'
import type { LabSheet } from '../sheet'
import { openRecorded, useRecorded } from './recorded'
import { useRun } from './run-state'

export function RecordedButton({ sheet, position }: { sheet: LabSheet; position: string }) {
  const t = useText('labs')
  const trouble = useRun((state) => state.trouble)
  const { recorded, none } = useRecorded()
  const waits = trouble?.code === 'in_line' || trouble?.code === 'busy'
  if (!waits || recorded?.run.position === position) return null
  return (
    <div className="grid justify-items-start gap-1.5 print:hidden">
      <Button onClick={() => void openRecorded(sheet.slug, position)}>{t('recorded.open')}</Button>
      {none && <p className="text-12 text-ink-2">{t('recorded.none')}</p>}
    </div>
  )
}
