'use client'
import { Button } from '@/app/_ui/button'
// A window opens only by a click of the visitor.
import { useText } from '@/lib/i18n/client'
import { useRun } from './run-state'

/** A window of the attacker's site that the browser has blocked. */
export function Press() {
  const t = useText('labs')
  const press = useRun((state) => state.press)
  if (!press) return null
  return (
    <div
      role="alert"
      className="z-2 mb-4 flex flex-wrap items-center justify-between gap-3 rounded-2 border-2 border-ink bg-surface px-3.5 py-2 text-14 tall:sticky tall:top-12"
    >
      <p>{t('press.why')}</p>
      <Button onClick={press}>{t('press.open')}</Button>
    </div>
  )
}
