import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { LaneHeads, LaneRow } from '@/app/_ui/reading/lane-table'
import { Facts, Paragraph } from '@/app/_ui/reading/reading'
import { type Locale, localePath } from '@/lib/i18n/routing'
import type { StrategyName } from '@/lib/strategies/strategy'
import { FIGURES, type Figure, type WireCount } from './figures'

/** What is asked for, and what its processor time is called among the figures. */
const ACTS = [
  { action: 'cart.read', what: 'read' },
  { action: 'cart.add', what: 'change' },
  { action: 'sign-in', what: 'sign-in' },
] as const satisfies { action: string; what: Figure['what'] }[]

const MILLION = 1_000_000

/** What one request costs in each lane, as the benchmark kept it. Nothing is worked out but the sums over a million. */
export async function Measured() {
  const [t, format] = await Promise.all([getTranslations('numbers.bench'), getFormatter()])
  const { when, machine, node, wire } = FIGURES
  if (!when || wire.length === 0) return <Paragraph>{t('none')}</Paragraph>
  return (
    <>
      <Paragraph>
        {t('text', { when: format.dateTime(new Date(when), { dateStyle: 'long' }), machine, node })}
      </Paragraph>
      {ACTS.map((act) => (
        <OneAct key={act.action} {...act} />
      ))}
      <Paragraph>{t('method')}</Paragraph>
      <Link
        href={localePath((await getLocale()) as Locale, '/labs/x22-load')}
        prefetch={false}
        className="min-h-6 max-tablet:min-h-10"
      >
        {t('multiply')}
      </Link>
    </>
  )
}

async function OneAct({ action, what }: (typeof ACTS)[number]) {
  const [t, format] = await Promise.all([getTranslations('numbers.bench'), getFormatter()])
  const counted = (lane: StrategyName) =>
    FIGURES.wire.find((one) => one.lane === lane && one.action === action)
  const ratio = (lane: StrategyName) => FIGURES.figures.find((one) => one.lane === lane && one.what === what)
  const count = (of: (one: WireCount) => number) => (lane: StrategyName) => {
    const one = counted(lane)
    return one ? format.number(of(one)) : t('absent')
  }
  const gigabytes = (octets: number) => format.number(octets / 1e9, { maximumSignificantDigits: 3 })
  return (
    <Facts>
      <caption className="pt-2 pb-1 text-left font-semibold">{t(`act.${what}`)}</caption>
      <LaneHeads of={t('what')} />
      <tbody>
        <LaneRow name={t('up')} cell={count(({ up }) => up)} />
        <LaneRow name={t('down')} cell={count(({ down }) => down)} />
        <LaneRow name={t('reads')} cell={count(({ reads }) => reads)} />
        <LaneRow name={t('writes')} cell={count(({ writes }) => writes)} />
        <LaneRow
          name={t('time')}
          cell={(lane) => {
            const { ratio: mean, low, high } = ratio(lane) ?? {}
            return mean ? `${mean.toFixed(2)} (${low!.toFixed(2)}–${high!.toFixed(2)})` : t('absent')
          }}
        />
        <LaneRow
          name={t('million')}
          cell={(lane) => {
            const one = counted(lane)
            if (!one) return t('absent')
            return t('million-of', {
              traffic: gigabytes((one.up + one.down) * MILLION),
              statements: format.number((one.reads + one.writes) * MILLION),
            })
          }}
        />
      </tbody>
    </Facts>
  )
}
