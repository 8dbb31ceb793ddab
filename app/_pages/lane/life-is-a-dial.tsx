'use client'
// Beside a bound that runs: how long it runs is the visitor's to choose (WCAG 2.2, 2.2.1).
import { dialPlace } from '@/app/_live/dials/dial-list'
import { useVerdict } from '@/app/_live/state/use-lane'
import { useText } from '@/lib/i18n/client'

export function LifeIsADial() {
  const t = useText('lane')
  const { verdict } = useVerdict('jwt')
  if (verdict.kind !== 'in') return null
  return (
    <p className="pb-2 text-12">
      <a className="inline-block py-1 text-ink-2" href={`#${dialPlace('jwt', 'accessLife')}`}>
        {t('longer')}
      </a>
    </p>
  )
}
