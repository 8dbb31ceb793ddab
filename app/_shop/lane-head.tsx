import Link from 'next/link'
import { useLive } from '@/app/_live/state/store'
import { WhereGlyph } from '@/app/_ui/where-glyph'
import { useLocale, useText } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'
import type { StrategyName } from '@/lib/strategies/strategy'

export function LaneHead({ strategy }: { strategy: StrategyName }) {
  const t = useText('compare')
  const locale = useLocale()
  const seconds = useLive((live) => live.dials.jwt.accessLife)
  return (
    <header className="lh">
      <h2 id={`lane-${strategy}`} className="mono">
        <WhereGlyph strategy={strategy} label={t(`glyph.${strategy}`)} />
        <Link
          href={localePath(locale, `/${strategy}`)}
          prefetch={false}
          title={t('lane.open', { lane: strategy })}
        >
          {strategy}
        </Link>
      </h2>
      <p>{t(`lane.${strategy}`, { seconds })}</p>
    </header>
  )
}
