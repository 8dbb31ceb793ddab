'use client' // sends many adds, and shows what the browser carries
import { useState } from 'react'
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'
import { useLive } from '../_shop/live'
import { useOpen } from '../_shop/use-open'
import { type Filled, fillCart, missing } from './fill-cart'
import { type Weight, weightsOf } from './held-by'
import { usual } from './outcome'
import { useStored } from './use-stored'

const LINES = [1, 10, 50]

export function Fill({ strategy }: { strategy: StrategyName }) {
  const t = useText('acts')
  const device = useLive((live) => live.device)
  const open = useOpen()
  const [busy, setBusy] = useState(false)
  const [filled, setFilled] = useState<Filled | null>(null)
  const press = async (lines: number) => {
    setBusy(true)
    setFilled(await fillCart(strategy, device, lines))
    setBusy(false)
  }
  return (
    <>
      <Weights strategy={strategy} />
      <div className="actset">
        {LINES.map((n) => (
          <button
            key={n}
            type="button"
            className="btn sm"
            disabled={!open || busy}
            onClick={() => void press(n)}
          >
            {t('fill.lines', { n })}
          </button>
        ))}
      </div>
      <p className="outcome" role="status">
        {filled && said(t, filled)}
      </p>
    </>
  )
}

function said(t: ReturnType<typeof useText>, filled: Filled): string {
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
  if (weights.length === 0) return <p className="dim">{t('fill.nothing')}</p>
  return (
    <ul className="weights">
      {weights.map((weight) => (
        <li key={weight.place + weight.name}>
          <span className="mono">{weight.name}</span>
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

function Meter({ weight: { name, bytes, limit } }: { weight: Weight }) {
  const t = useText('acts')
  if (!limit) return <small>{t('fill.no-limit')}</small>
  return <meter min={0} max={limit} value={bytes} aria-label={t('fill.meter', { name })} />
}
