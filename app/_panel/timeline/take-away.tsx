'use client'
// Copies to the clipboard on a click.
import { useId, useState } from 'react'
import { useChosen } from '@/app/_live/state/use-lane'
import { Icon } from '@/app/_ui/icon'
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'
import { copyScenario } from '../scenario/copy-scenario'
import { copyAsCurl } from './copy-as-curl'

/** Long enough to read it. */
const SAID_MS = 8000

/** The chosen step as curl, the whole timeline as HAR, and a link that does the same acts again. */
export function TakeAway({ lanes }: { lanes: readonly StrategyName[] }) {
  const t = useText('timeline')
  const id = useId()
  const { step } = useChosen()
  const [said, say] = useState('')
  const there = lanes.filter((lane) => step?.exchanges[lane])
  const tell = async (text: Promise<string>) => {
    document.getElementById(id)?.hidePopover()
    say(await text)
    setTimeout(() => say(''), SAID_MS)
  }
  const curl = async (lane: StrategyName) => t(`copied.${await copyAsCurl(step!.exchanges[lane]!.id)}`)
  const link = async () => {
    const { result, acts } = await copyScenario(lanes)
    return t(`link.${result}`, { n: acts })
  }
  return (
    <>
      <span className="said" role="status">
        {said}
      </span>
      <button type="button" className="btn quiet sm" popoverTarget={id}>
        <Icon name="copy" />
        {t('take.title')}
      </button>
      <div id={id} popover="auto" className="pop">
        {there.map((lane) => (
          <button key={lane} type="button" className="btn quiet" onClick={() => void tell(curl(lane))}>
            {t('take.curl', { lane })}
          </button>
        ))}
        <a className="btn quiet" href="/api/sandbox/exchanges.har" download>
          {t('take.har')}
        </a>
        <a className="btn quiet" href="/api/sandbox/exchanges.har?reveal=1" download>
          {t('take.har-whole')}
        </a>
        <button type="button" className="btn quiet" onClick={() => void tell(link())}>
          {t('take.link')}
        </button>
      </div>
    </>
  )
}
