'use client' // reads the live store

import { useLive } from '@/app/_live/state/store'
import type { Phase } from '@/app/_live/state/types'
import { useLocale, useText } from '@/lib/i18n/client'
import { dayAndTime } from '@/lib/reading/format'
import { startOverLater } from './start-later'

/** `closing`: it is live, and its server is going to be taken away. */
type Shown = Phase | 'closing'

/** With something to press. */
const ACTS: Partial<Record<Shown, { key: string; press: () => void }>> = {
  closing: { key: 'ended-act', press: startOverLater },
  ended: { key: 'ended-act', press: startOverLater },
  'key-absent': { key: 'ended-act', press: startOverLater },
  'key-unknown': { key: 'ended-act', press: startOverLater },
  'key-doubled': { key: 'reload', press: () => location.reload() },
  failed: { key: 'failed-act', press: () => location.reload() },
  'not-opened': { key: 'failed-act', press: () => location.reload() },
  'cookies-blocked': { key: 'reload', press: () => location.reload() },
  'head-too-large': { key: 'reload', press: () => location.reload() },
}

interface PhaseWords {
  /** null: all is well, or not known yet. */
  text: string | null
  act: { label: string; press: () => void } | null
  /** Inside somebody else's frame: a link out of it. */
  framed: string | null
}

/** What is the case, and what to do. */
export function usePhase(): PhaseWords {
  const t = useText('shop')
  const phase = useLive((live): Shown => (live.phase === 'live' && live.closesAt ? 'closing' : live.phase))
  const retryAfter = useLive((live) => live.retryAfter)
  const until = useUntil()
  if (phase === 'live' || phase === 'starting') return { text: null, act: null, framed: null }
  const act = ACTS[phase]
  return {
    text: t(`phase.${phase}`, { n: retryAfter ?? 0, ...until }),
    act: act ? { label: t(`phase.${act.key}`), press: act.press } : null,
    framed: phase === 'framed' ? t('phase.framed-act') : null,
  }
}

/** When the sandbox ends by itself, for as long as one is known. */
function useUntil() {
  const locale = useLocale()
  const end = useLive((live) => live.closesAt ?? live.sandbox?.expiresAt)
  return { known: end ? 'yes' : 'no', until: end ? dayAndTime(Date.parse(end), locale) : '' }
}
