'use client'
// Links that keep the place: they change with it.
import Link from 'next/link'
import { linkTo } from '@/app/_live/connection/links'
import { useLive } from '@/app/_live/state/store'
import { useLocale, useText } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'
import { VISITOR_DEVICES } from '@/lib/reading/visitor-device'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { CopyLink } from './copy-link'

export function SamePlace({ strategy }: { strategy: StrategyName }) {
  const t = useText('lane')
  const inspector = useText('inspector')
  const locale = useLocale()
  const place = useLive(({ device, view, cursor }) => `${device}/${view}/${cursor ?? ''}`)
  const { device, view, cursor } = useLive.getState()
  const other = VISITOR_DEVICES.find((one) => one !== device)!
  return (
    <div
      data-place={place}
      className="flex flex-wrap items-center gap-x-5 gap-y-1 py-4 text-13 text-ink-3 noscript:hidden print:hidden"
    >
      <CopyLink />
      <span>{t('same-place')}</span>
      {STRATEGIES.filter((lane) => lane !== strategy).map((lane) => (
        <Link
          key={lane}
          className={`py-1 font-mono text-ink-2 lane-${lane}`}
          href={localePath(locale, linkTo(lane, { device, view, cursor }))}
          prefetch={false}
        >
          {lane}
        </Link>
      ))}
      <Link
        className="py-1 text-ink-2"
        href={localePath(locale, linkTo(null, { device, view, cursor }))}
        prefetch={false}
      >
        {t('all-lanes')}
      </Link>
      <a
        className="py-1 text-ink-2"
        href={localePath(locale, linkTo(strategy, { device: other, view, cursor: null }))}
        target="_blank"
        rel="noopener"
      >
        {t('other-device', { device: inspector(`device.${other}`) })}
      </a>
    </div>
  )
}
