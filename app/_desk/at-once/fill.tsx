'use client' // sends many adds, and shows what the browser carries
import { useLive } from '@/app/_live/state/store'
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'
import { type Weight, weightsOf } from '../held-by'
import { usual } from '../outcome'
import { useStored } from '../use-stored'
import { Amounts } from './amounts'
import { type FillReport, fillCart, missing } from './fill-cart'

const LINES = [1, 10, 50]

export function Fill({ strategy }: { strategy: StrategyName }) {
  const t = useText('acts')
  const device = useLive((live) => live.device)
  return (
    <>
      <Weights strategy={strategy} />
      <Amounts
        amounts={LINES}
        label={(n) => t('fill.lines', { n })}
        run={(lines) => fillCart(strategy, device, lines)}
        said={(filled) => said(t, filled)}
      />
    </>
  )
}

function said(t: ReturnType<typeof useText>, filled: FillReport): string {
  const { asked, acknowledged, refusal, after } = filled
  const lost = missing(filled)
  const told = refusal && { status: String(refusal.status), code: refusal.code ?? '', why: usual(t, refusal) }
  return [
    t('fill.acknowledged', { n: acknowledged, asked }),
    told && t('fill.refused', told),
    after === null ? t('fill.unknown') : t('fill.after', { n: after }),
    lost > 0 && t('fill.lost', { n: lost }),
  ]
    .filter(Boolean)
    .join(' ')
}

/** Octets of each credential in the browser; a cookie has a limit, a header only the server's. */
function Weights({ strategy }: { strategy: StrategyName }) {
  const t = useText('acts')
  const weights = weightsOf(useStored(strategy))
  if (weights.length === 0) return <p className="text-ink-2">{t('fill.nothing')}</p>
  return (
    <ul>
      {weights.map((weight) => (
        <li
          key={weight.place + weight.name}
          className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-2.5 gap-y-0.5 py-1"
        >
          <span className="font-mono">{weight.name}</span>
          <span>
            {weight.limit
              ? t('fill.of', { bytes: weight.bytes, limit: weight.limit })
              : t('fill.bytes', { bytes: weight.bytes })}
          </span>
          <Meter weight={weight} />
        </li>
      ))}
    </ul>
  )
}

/** A browser draws its own in green and red; here it is the lane's. */
const METER =
  'col-span-full block h-2 w-full appearance-none overflow-hidden rounded-1 border border-line-strong bg-sunk [&::-moz-meter-bar]:bg-lane [&::-webkit-meter-bar]:h-full [&::-webkit-meter-bar]:rounded-none [&::-webkit-meter-bar]:border-0 [&::-webkit-meter-bar]:bg-sunk [&::-webkit-meter-inner-element]:block [&::-webkit-meter-optimum-value]:bg-lane'

function Meter({ weight: { name, bytes, limit } }: { weight: Weight }) {
  const t = useText('acts')
  if (!limit) return <small className="col-span-full text-12 text-ink-3">{t('fill.no-limit')}</small>
  return <meter className={METER} min={0} max={limit} value={bytes} aria-label={t('fill.meter', { name })} />
}
