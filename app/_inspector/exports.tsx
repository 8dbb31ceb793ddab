'use client'
// Copies to the clipboard on a click.
import { useId, useState } from 'react'
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'
import { useChosen } from '../_shop/use-lane'
import { Icon } from '../_ui/icon'
import { copyAsCurl } from './copy-as-curl'

/** Long enough to read it. */
const SAID_MS = 8000

/** The chosen step as curl, one exchange at a time, and the whole timeline as HAR. */
export function Exports({ lanes }: { lanes: readonly StrategyName[] }) {
  const t = useText('inspector')
  const id = useId()
  const { step } = useChosen()
  const [said, say] = useState('')
  const there = lanes.filter((lane) => step?.exchanges[lane])
  const copy = async (lane: StrategyName) => {
    const copied = await copyAsCurl(step!.exchanges[lane]!.id)
    say(t(`timeline.copied.${copied}`))
    setTimeout(() => say(''), SAID_MS)
  }
  return (
    <>
      <span className="said" role="status">
        {said}
      </span>
      <button type="button" className="btn quiet sm" popoverTarget={id} disabled={there.length === 0}>
        <Icon name="copy" />
        {t('timeline.curl')}
      </button>
      <div id={id} popover="auto" className="pop">
        {there.map((lane) => (
          <button
            key={lane}
            type="button"
            className="btn quiet"
            popoverTarget={id}
            popoverTargetAction="hide"
            onClick={() => void copy(lane)}
          >
            {t('timeline.curlOf', { lane })}
          </button>
        ))}
      </div>
      <a className="btn quiet sm" href="/api/sandbox/exchanges.har" download title={t('timeline.harOf')}>
        {t('timeline.har')}
      </a>
    </>
  )
}
