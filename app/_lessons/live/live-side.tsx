'use client' // the visitor's own sandbox, beside the lesson
import { Dock } from '@/app/_desk/dock'
import { Told } from '@/app/_notices/told'
import { LaneTabs } from '@/app/_shop/lane/lane-tabs'
import { later } from '@/app/_ui/later'
import { useText } from '@/lib/i18n/client'
import type { DialChange } from '@/lib/sandbox/world/settings'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { useGiven } from '../use-lesson'
import { LaneStrip } from './lane-strip'
import type { PinnedLines } from './use-pinned'

const ExchangeBar = later(
  () => import('./exchange-bar').then((file) => file.ExchangeBar),
  () => <div className="h-7.5 border-t border-line" />,
)
const DialsNote = later<{ known: DialChange }>(() =>
  import('@/app/_dials/dials-note').then((file) => file.DialsNote),
)

/** The same acts, lanes and answers as on the page of three lanes: what is done here is done there. */
export function LiveSide({ pin, gone }: PinnedLines) {
  const t = useText('learn')
  return (
    <section
      aria-labelledby="h-live"
      className="border border-line bg-surface max-tablet:-mx-gutter max-tablet:border-x-0"
    >
      <h2 id="h-live" className="sr-only">
        {t('live.title')}
      </h2>
      <div className="contents [--spacing-gutter:0.75rem]">
        <Dock />
        <Told plain={t('live.told')} />
      </div>
      <div className="px-3">
        <DialsNote known={useGiven().lesson.scene.dials} />
      </div>
      <LaneTabs />
      {gone && <p className="border-t border-line px-3 py-1 text-13 font-semibold">{t('live.gone')}</p>}
      <ExchangeBar />
      {STRATEGIES.map((name) => (
        <LaneStrip key={name} strategy={name} pin={pin} />
      ))}
    </section>
  )
}
