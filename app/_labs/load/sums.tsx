'use client'
import { LaneHeads, LaneRow } from '@/app/_ui/reading/lane-table'
import { Facts } from '@/app/_ui/reading/reading'
import { useLocale, useText } from '@/lib/i18n/client'
import { type LaneFigures, type LoadQuestion, type LoadSums, multiply } from '@/lib/labs/x22-load/multiply'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { type LoadBench, processorOf } from './bench'

export type FiguresOfLanes = Record<StrategyName, LaneFigures>

interface Props {
  figures: FiguresOfLanes
  asked: LoadQuestion
  bench: LoadBench | null
}

export function Sums({ figures, asked, bench }: Props) {
  const t = useText('load')
  const locale = useLocale()
  const sums = Object.fromEntries(STRATEGIES.map((lane) => [lane, multiply(figures[lane], asked)])) as Record<
    StrategyName,
    LoadSums
  >
  const say = (value: number) => numberText(value, locale)
  const count = (of: (sum: LoadSums) => number) => (lane: StrategyName) => say(of(sums[lane]))
  const size = (of: (sum: LoadSums) => number) => (lane: StrategyName) => sizeText(of(sums[lane]), locale)
  const processor = (lane: StrategyName) => {
    const found = bench && processorOf(bench.lanes[lane], sums[lane].requests)
    return found ? `${say(found.ratio)} (${say(found.low)}–${say(found.high)})` : t('not-measured')
  }
  return (
    <Facts>
      <caption className="sr-only">{t('caption')}</caption>
      <LaneHeads of={t('per-second')} />
      <tbody>
        <LaneRow name={t('sum.requests')} cell={count(({ requests: r }) => r.who + r.cart + r.change)} />
        <LaneRow name={t('sum.refreshes')} cell={count(({ requests }) => requests.refresh)} />
        <LaneRow name={t('sum.up')} cell={size(({ up }) => up)} />
        <LaneRow name={t('sum.down')} cell={size(({ down }) => down)} />
        <LaneRow name={t('sum.reads')} cell={count(({ reads }) => reads)} />
        <LaneRow name={t('sum.writes')} cell={count(({ writes }) => writes)} />
        <LaneRow name={t('sum.processor')} cell={processor} />
        <LaneRow name={t('sum.rows')} cell={count(({ rows }) => rows)} />
        <LaneRow name={t('sum.octets')} cell={size(({ octets }) => octets)} />
      </tbody>
    </Facts>
  )
}

/** Three digits are more than the inputs are good for. */
const numberText = (value: number, locale: string) =>
  value.toLocaleString(locale, { maximumSignificantDigits: 3 })

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const

/** In powers of ten, as traffic is. */
function sizeText(octets: number, locale: string): string {
  const step = octets < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(octets) / 3))
  return `${numberText(octets / 1000 ** step, locale)} ${UNITS[step]}`
}
