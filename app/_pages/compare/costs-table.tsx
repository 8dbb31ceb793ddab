'use client' // sums over the exchanges so far

import { useLive } from '@/app/_live/state/store'
import { useNow } from '@/app/_live/state/use-now'
import { cx } from '@/app/_ui/cx'
import { useLocale, useText } from '@/lib/i18n/client'
import { timeLeft } from '@/lib/reading/format'
import { spoken } from '@/lib/reading/timeline/result-of'
import type { SignOutVerdict } from '@/lib/reading/timeline/verdict'
import { costsOf, type LaneCost } from '@/lib/reading/wire/costs'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'

type Say = ReturnType<typeof useText>

export function CostsTable() {
  const t = useText('compare')
  const locale = useLocale()
  const exchanges = useLive((live) => live.exchanges)
  const dropped = useLive((live) => live.dropped)
  const device = useLive((live) => live.device)
  const act = useLive((live) => live.desk.at(-1) ?? null)
  const { tolerance } = useLive((live) => live.dials.jwt)
  const costs = costsOf({ exchanges, act, device, now: useNow(act !== null), tolerance })
  return (
    <section aria-labelledby="costs">
      <h2 id="costs" className="text-20 font-bold">
        {t('costs.title')}
      </h2>
      <p className="mb-4 text-ink-2">
        <span>{t('costs.sub', { n: exchanges.length })}</span>
        {dropped > 0 && <span>{` ${t('costs.dropped', { n: dropped })}`}</span>}
      </p>
      <table className="w-full text-13">
        <caption className="sr-only">{t('costs.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{t('costs.measure')}</span>
            </th>
            {STRATEGIES.map((name) => (
              <th
                key={name}
                scope="col"
                lang="en"
                className={`lane-${name} py-2 pl-3 text-right font-mono text-lane`}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row name={t('costs.exchanges')} costs={costs} cell={({ exchanges: n }) => n} />
          <Row name={t('costs.credential')} costs={costs} cell={credentialPerRequest} />
          <Row name={t('costs.reads')} costs={costs} cell={({ reads }) => reads} />
          <Row name={t('costs.writes')} costs={costs} cell={({ writes }) => writes} />
          <Row
            name={t('costs.refusal')}
            costs={costs}
            cell={({ refusal }) => refusalWords(t, refusal, locale)}
            high
          />
        </tbody>
      </table>
    </section>
  )
}

interface RowProps {
  name: string
  costs: Record<StrategyName, LaneCost>
  cell: (cost: LaneCost) => string | number
  high?: boolean
}

function Row({ name, costs, cell, high }: RowProps) {
  return (
    <tr className={cx('border-t', high ? 'border-ink font-semibold' : 'border-line')}>
      <th scope="row" className={cx('py-2 text-left', high ? 'font-semibold' : 'font-normal text-ink-2')}>
        {name}
      </th>
      {STRATEGIES.map((lane) => (
        <td key={lane} className="py-2 pl-3 text-right font-mono text-balance">
          {cell(costs[lane])}
        </td>
      ))}
    </tr>
  )
}

function credentialPerRequest({ credentialBytes, requestsWithCredential }: LaneCost): string | number {
  return requestsWithCredential === 0 ? '–' : Math.round(credentialBytes / requestsWithCredential)
}

function refusalWords(t: Say, refusal: SignOutVerdict, locale: string): string {
  if (refusal.kind === 'none') return t('costs.none')
  if (refusal.kind === 'lost') return t('costs.lost')
  if (refusal.kind === 'never') return t('costs.never')
  if (refusal.kind === 'in') return t('costs.due', { left: timeLeft(refusal.remainingSeconds ?? 0, locale) })
  if (refusal.exchangeId === null) return t('costs.pending')
  return spoken(refusal.refusedAfterSandboxSeconds ?? 0, locale)
}
