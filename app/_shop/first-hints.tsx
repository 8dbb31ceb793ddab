'use client'
// What was read is remembered in this browser's localStorage.
import { useState } from 'react'
import { useText } from '@/lib/i18n/client'
import { Icon } from '../_ui/icon'
import { HINTS, nextHint, noteRead } from './hints-read'

/** On the first visit: three short hints, one after the other, each gone for good once it is read. */
export function FirstHints() {
  const t = useText('timeline')
  const [hint, setHint] = useState(nextHint)
  if (!hint) return null
  const read = () => {
    noteRead(hint)
    setHint(nextHint())
  }
  return (
    <p className="firsthint">
      <span className="dim">{t('hint.n', { n: HINTS.indexOf(hint) + 1, of: HINTS.length })}</span>
      <span>{t(`hint.${hint}`)}</span>
      <button
        type="button"
        className="iconbtn"
        aria-label={t('hint.read')}
        title={t('hint.read')}
        onClick={read}
      >
        <Icon name="cross" />
      </button>
    </p>
  )
}
