'use client'
// Nothing was sent from this device: what is so now, and what will be seen.
import { useLive } from '@/app/_live/state/store'
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'

export function BeforeFirst({ strategy }: { strategy: StrategyName }) {
  const t = useText('lane')
  const isOpening = useLive(({ phase }) => phase === 'starting')
  const isKept = useLive(({ dropped }) => dropped === 0)
  const said = {
    now: isOpening ? '…' : t(isKept ? `before.${strategy}.now` : 'before.unkept'),
    first: t(`before.${strategy}.first`),
    see: t('before.views'),
  }
  return (
    <dl className="grid gap-x-6 gap-y-3 border-t border-line px-4 py-4 text-14 tablet:grid-cols-[8rem_minmax(0,1fr)]">
      {(['now', 'first', 'see'] as const)
        .filter((part) => isKept || part !== 'first')
        .map((part) => (
          <div key={part} className="contents">
            <dt className="text-13 text-ink-3">{t(`before.${part}`)}</dt>
            <dd className="max-w-measure max-tablet:-mt-2">{said[part]}</dd>
          </div>
        ))}
    </dl>
  )
}
