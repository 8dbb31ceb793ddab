'use client' // what is left steps once a second

import { useLive } from '@/app/_live/state/store'
import { useText } from '@/lib/i18n/client'
import type { BoundTold } from '@/lib/reading/timeline/bound'
import type { LaneResult } from '@/lib/reading/timeline/result-of'
import { Gauge } from './gauge'

/** By when a forced sign-out bites: the bound of the design first, then the sample of this visit. */
export function BoundLine({ bound }: { bound: BoundTold }) {
  const t = useText('compare')
  const known = useLive((live) => live.sandbox !== null)
  const asked = useLive((live) => live.untold) && bound.would
  const { would, here, values, gauge } = bound
  const own = would ? 'bound.would' : 'bound'
  return (
    <p className="flex min-h-6 items-center gap-2 text-13 text-ink-2">
      {known && !asked ? gauge !== null && <Gauge look={gauge} /> : <span className="size-4.25 flex-none" />}
      <span>
        {would && <span>{`${t('bound.would.lead')} `}</span>}
        <b className="text-14 font-semibold text-ink">
          {known ? t(`${own}.${asked ? 'asked' : bound.bound}`, values) : t('unknown')}
        </b>
        {known && here && !asked && <span>{` ${t(`bound.here.${here}`, values)}`}</span>}
      </span>
    </p>
  )
}

/** What stood in the way of the last act, where no forced sign-out explains it. */
export function TroubleLine({ result }: { result: LaneResult }) {
  const t = useText('compare')
  const said = useText(result.catalogue)
  return (
    <p className="min-h-6 text-13 text-ink-2">
      <b className="text-14 font-semibold text-ink">{`${t(`result.${result.title}`)}.`}</b>
      <span>{` ${said(`result.${result.text}`, result.values)}`}</span>
    </p>
  )
}
