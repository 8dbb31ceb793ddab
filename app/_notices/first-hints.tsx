'use client'
// What was read is remembered in this browser's localStorage.
import { useEffect } from 'react'
import { HINTS, type Hint, noteRead, useHint } from '@/app/_live/connection/hints-read'
import { useLive } from '@/app/_live/state/store'
import { Icon } from '@/app/_ui/icon'
import { useText } from '@/lib/i18n/client'

/** On the first visit: three short hints, one after the other, each gone for good once it is read or followed. */
export function FirstHints() {
  const hint = useHint((state) => state.hint)
  return hint && <Shown hint={hint} />
}

function Shown({ hint }: { hint: Hint }) {
  const t = useText('timeline')
  useFollowed()
  return (
    <p className="firsthint">
      <span className="dim">{t('hint.n', { n: HINTS.indexOf(hint) + 1, of: HINTS.length })}</span>
      <span>{t(`hint.${hint}`)}</span>
      <button
        type="button"
        className="iconbtn"
        aria-label={t('hint.read')}
        title={t('hint.read')}
        onClick={() => noteRead(hint)}
      >
        <Icon name="cross" />
      </button>
    </p>
  )
}

/** Whoever does what a hint asks for needs it no more. Opened words are noted where they open (wire.tsx). */
function useFollowed(): void {
  const hasAdded = useLive(({ exchanges }) => exchanges.some((one) => one.action === 'cart.add'))
  const isBack = useLive(({ cursor }) => cursor !== null)
  useEffect(() => {
    if (hasAdded) noteRead('send')
  }, [hasAdded])
  useEffect(() => {
    if (isBack) noteRead('back')
  }, [isBack])
}
