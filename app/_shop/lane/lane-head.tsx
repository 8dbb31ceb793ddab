import Link from 'next/link'
import { useLive } from '@/app/_live/state/store'
import { WhereGlyph } from '@/app/_ui/where-glyph'
import { useLocale, useText } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'
import type { LaneResult } from '@/lib/reading/timeline/result-of'
import type { StrategyName } from '@/lib/strategies/strategy'
import { ResultHeading } from '../result'

interface Props {
  strategy: StrategyName
  result: LaneResult
}

/** The lane by its name, what its design is in one clause, and its verdict. */
export function LaneHead({ strategy, result }: Props) {
  const t = useText('compare')
  const locale = useLocale()
  const seconds = useLive((live) => live.dials.jwt.accessLife)
  return (
    <header className="flex min-h-7 items-center gap-2">
      <WhereGlyph strategy={strategy} />
      <h2 id={`lane-${strategy}`} className="font-mono text-16 leading-none text-lane">
        <Link
          href={localePath(locale, `/${strategy}`)}
          prefetch={false}
          lang="en"
          className="py-1.5 no-underline hover:underline"
        >
          {strategy}
        </Link>
      </h2>
      <p className="text-13 leading-tight text-ink-2 max-wide:hidden max-tablet:block print:hidden">
        {t(`lane.${strategy}`, { seconds })}
      </p>
      <ResultHeading strategy={strategy} result={result} />
    </header>
  )
}
