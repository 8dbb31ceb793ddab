'use client' // says which exchange the lanes show, and steps through them
import Link from 'next/link'
import type { ReactNode } from 'react'
import { linkTo } from '@/app/_live/connection/links'
import { backToLive } from '@/app/_live/state/cursor'
import { useLive } from '@/app/_live/state/store'
import { useChosen } from '@/app/_live/state/use-lane'
import { useLocale, useText } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'
import { clockTime } from '@/lib/reading/format'
import { actionText } from '@/lib/reading/timeline/marks'

const LINK =
  'inline-flex min-h-6 min-w-6 items-center justify-center underline decoration-line-strong underline-offset-3 hover:decoration-current max-tablet:min-h-10'

export function ExchangeBar() {
  const t = useText('learn')
  const inspector = useText('inspector')
  const locale = useLocale()
  const { steps, step: chosen, live } = useChosen()
  const device = useLive((state) => state.device)
  // Live it is what the device in hand was answered, as the lanes show it.
  const step = live ? steps.findLast((one) => one.device === device) : chosen
  const [first] = Object.values(step?.exchanges ?? {})
  if (!step || !first)
    return <p className="border-t border-line px-3 py-1 text-13 text-ink-2">{t('live.none')}</p>
  return (
    <div className="flex flex-wrap items-center gap-x-3 border-t border-line px-3 py-0.5 text-13 print:hidden">
      <b className="font-semibold">{t('live.step', { n: step.index + 1 })}</b>
      <span className="text-ink-2">
        <span lang="en" translate="no" className="font-mono">
          {actionText(first)}
        </span>
        <span>{`, ${inspector(`device.${step.device}`)}, ${clockTime(first.sandboxAt, locale)}`}</span>
      </span>
      <span className="ml-auto flex flex-wrap gap-x-3">
        {step.index > 0 && <To index={step.index - 1}>{`‹ ${step.index}`}</To>}
        {step.index + 1 < steps.length && <To index={step.index + 1}>{`${step.index + 2} ›`}</To>}
        {!live && (
          <button type="button" className={LINK} onClick={backToLive}>
            {t('live.back')}
          </button>
        )}
        <InPanel cursor={step.index} />
      </span>
    </div>
  )
}

function To({ index, children }: { index: number; children: ReactNode }) {
  const t = useText('learn')
  return (
    <button
      type="button"
      className={LINK}
      aria-label={t('live.step', { n: index + 1 })}
      onClick={() => useLive.setState({ cursor: index, event: null })}
    >
      {children}
    </button>
  )
}

/** The same step where every view of it is. */
function InPanel({ cursor }: { cursor: number }) {
  const t = useText('learn')
  const locale = useLocale()
  const { device, view } = useLive.getState()
  return (
    <Link href={localePath(locale, linkTo(null, { device, view, cursor }))} prefetch={false} className={LINK}>
      {t('live.open')}
    </Link>
  )
}
