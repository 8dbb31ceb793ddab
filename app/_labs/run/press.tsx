'use client'
// A window opens only by a click of the visitor.
import { useText } from '@/lib/i18n/client'
import { useRun } from './run-state'

/** A window of the attacker's site that the browser has blocked. */
export function Press() {
  const t = useText('labs')
  const press = useRun((state) => state.press)
  if (!press) return null
  return (
    <div className="notice press" role="alert">
      <p>{t('press.why')}</p>
      <button type="button" className="btn sm" onClick={press}>
        {t('press.open')}
      </button>
    </div>
  )
}
