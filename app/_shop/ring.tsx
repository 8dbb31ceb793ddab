'use client' // steps once a second

import { useLocale, useText } from '@/lib/i18n/client'
import { countdown } from '@/lib/reading/format'
import { spoken } from '@/lib/reading/timeline/result-of'
import type { SignOutVerdict } from '@/lib/reading/timeline/verdict'

/** "How long until cut off?": the same gauge in each lane. Dashed: never; empty with a tick: at once; arc: what is left. */
export function Ring({ verdict }: { verdict: SignOutVerdict }) {
  const t = useText('compare')
  const locale = useLocale()
  const told = words(verdict, locale)
  if (!told) return null
  return (
    <div className="ring">
      <svg viewBox="0 0 76 76" aria-hidden="true">
        <circle className="base" cx="38" cy="38" r="33" />
        <circle
          className="arc"
          cx="38"
          cy="38"
          r="33"
          pathLength={told.length}
          strokeDasharray={told.dashes}
        />
      </svg>
      <div className="txt">
        <small>{t(`ring.${told.key}-lead`)}</small>
        <span>{told.figure ?? t(`ring.${told.key}`)}</span>
      </div>
    </div>
  )
}

interface RingWords {
  key: string
  figure?: string
  length: number
  dashes: string
}

function words(verdict: SignOutVerdict, locale: string): RingWords | null {
  const { kind, remainingSeconds, ofSeconds, refusedAfterSandboxSeconds } = verdict
  const tick = { length: 100, dashes: '2 100' }
  if (kind === 'never') return { key: 'never', length: 120, dashes: '3 3' }
  if (kind === 'at-once') return { key: 'at-once', ...tick }
  if (kind === 'was') return { key: 'was', figure: spoken(refusedAfterSandboxSeconds ?? 0, locale), ...tick }
  if (kind !== 'in') return null
  const left = (100 * (remainingSeconds ?? 0)) / (ofSeconds || 1)
  return {
    key: 'in',
    figure: countdown(remainingSeconds ?? 0),
    length: 100,
    dashes: `${left.toFixed(1)} 100`,
  }
}
