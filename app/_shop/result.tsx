'use client' // drawn anew with every exchange

import { Status } from '@/app/_ui/status'
import { useText } from '@/lib/i18n/client'
import type { LaneResult } from '@/lib/reading/timeline/result-of'
import type { StrategyName } from '@/lib/strategies/strategy'
import { resultId } from './result-place'

/** The verdict as a heading: shape, sign, number, and the word for those who hear it. */
export function ResultHeading({ strategy, result }: { strategy: StrategyName; result: LaneResult }) {
  const t = useText('compare')
  const { status, title } = result
  return (
    <h3 id={resultId(strategy)} tabIndex={-1} className="lands ml-auto flex-none rounded-1 font-normal">
      <span className="sr-only">{t('result.status')}</span>
      <Status status={status ?? undefined} large />
      <span className="sr-only">{`${t(`result.${title}`)}.`}</span>
    </h3>
  )
}
