'use client' // says what is the case, and what to do

import { startOver } from '@/app/_live/connection/start'
import { useLive } from '@/app/_live/state/store'
import type { Phase } from '@/app/_live/state/types'
import { useLocale, useText } from '@/lib/i18n/client'
import { dayAndTime } from '@/lib/reading/format'

/** Phases with something to press. */
const ACTS: Partial<Record<Phase, { key: string; press: () => void }>> = {
  ended: { key: 'ended-act', press: () => void startOver() },
  'key-absent': { key: 'ended-act', press: () => void startOver() },
  'key-unknown': { key: 'ended-act', press: () => void startOver() },
  'key-doubled': { key: 'reload', press: () => location.reload() },
  failed: { key: 'failed-act', press: () => location.reload() },
  'not-opened': { key: 'failed-act', press: () => location.reload() },
  'cookies-blocked': { key: 'reload', press: () => location.reload() },
  'head-too-large': { key: 'reload', press: () => location.reload() },
}

export function PhaseNotice() {
  const t = useText('shop')
  const phase = useLive((live) => live.phase)
  const retryAfter = useLive((live) => live.retryAfter)
  const until = useUntil()
  if (phase === 'live') return null
  // Said in the lanes, where it takes no room from what comes.
  if (phase === 'starting')
    return (
      <p className="vh" role="status">
        {t('phase.starting')}
      </p>
    )
  const press = ACTS[phase]
  return (
    <div className={`notice ${phase}`} role="status">
      <p>{t(`phase.${phase}`, { n: retryAfter ?? 0, ...until })}</p>
      {press && (
        <button type="button" className="btn sm" onClick={press.press}>
          {t(`phase.${press.key}`)}
        </button>
      )}
      {phase === 'framed' && (
        <a className="btn sm" href="/" target="_blank" rel="noopener">
          {t('phase.framed-act')}
        </a>
      )}
    </div>
  )
}

/** When the sandbox ends by itself, for as long as one is known. */
function useUntil() {
  const locale = useLocale()
  const end = useLive((live) => live.sandbox?.expiresAt)
  return { known: end ? 'yes' : 'no', until: end ? dayAndTime(Date.parse(end), locale) : '' }
}
