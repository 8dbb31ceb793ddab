'use client'
import { Facts, FIGURE } from '@/app/_ui/reading/reading'
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
      <thead>
        <tr>
          <th scope="col">{t('per-second')}</th>
          {STRATEGIES.map((lane) => (
            <th key={lane} scope="col" className={`lane-${lane} text-right font-mono text-lane`} lang="en">
              {lane}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Row name={t('sum.requests')} cell={count(({ requests: r }) => r.who + r.cart + r.change)} />
        <Row name={t('sum.refreshes')} cell={count(({ requests }) => requests.refresh)} />
        <Row name={t('sum.up')} cell={size(({ up }) => up)} />
        <Row name={t('sum.down')} cell={size(({ down }) => down)} />
        <Row name={t('sum.reads')} cell={count(({ reads }) => reads)} />
        <Row name={t('sum.writes')} cell={count(({ writes }) => writes)} />
        <Row name={t('sum.processor')} cell={processor} />
        <Row name={t('sum.rows')} cell={count(({ rows }) => rows)} />
        <Row name={t('sum.octets')} cell={size(({ octets }) => octets)} />
      </tbody>
    </Facts>
  )
}

function Row({ name, cell }: { name: string; cell(lane: StrategyName): string }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {STRATEGIES.map((lane) => (
        <td key={lane} className={FIGURE}>
          {cell(lane)}
        </td>
      ))}
    </tr>
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
