'use client'
// Switches parts of the timeline off and on.
import { useId } from 'react'
import { useLive } from '@/app/_live/state/store'
import { useText } from '@/lib/i18n/client'
import { VISITOR_DEVICES } from '@/lib/reading/visitor-device'
import { DEVICES, type StrategyName } from '@/lib/strategies/strategy'
import { RESULTS, resultClass, showAll, toggleHidden, useHidden } from './filter'

/** Pressed means shown. */
export function TimelineFilter({ lanes }: { lanes: readonly StrategyName[] }) {
  const t = useText('timeline')
  const inspector = useText('inspector')
  const id = useId()
  const exchanges = useLive((live) => live.exchanges)
  const hidden = useHidden((filter) => filter.hidden)
  const attacked = exchanges.some(({ device }) => device === 'attacker')
  const results = RESULTS.filter((one) => one === '2xx' || one === '4xx' || has(one))
  function has(wanted: string) {
    return hidden.has(wanted) || exchanges.some((exchange) => resultClass(exchange) === wanted)
  }
  return (
    <>
      <button
        type="button"
        className="btn quiet sm"
        popoverTarget={id}
        data-on={hidden.size > 0 || undefined}
      >
        {t('filter.title')}
      </button>
      <div id={id} popover="auto" className="pop filter">
        {lanes.length > 1 && <Switches label={t('filter.lane')} names={lanes} text={(name) => name} />}
        <Switches
          label={t('filter.device')}
          names={attacked ? DEVICES : VISITOR_DEVICES}
          text={(name) => inspector(`device.${name}`)}
        />
        <Switches
          label={t('filter.result')}
          names={results}
          text={(name) => (name === 'none' ? inspector('timeline.noAnswer') : name)}
        />
        <button type="button" className="btn quiet sm" disabled={hidden.size === 0} onClick={showAll}>
          {t('filter.show-all')}
        </button>
      </div>
    </>
  )
}

function Switches({
  label,
  names,
  text,
}: {
  label: string
  names: readonly string[]
  text(name: string): string
}) {
  const hidden = useHidden((filter) => filter.hidden)
  return (
    <fieldset>
      <legend>{label}</legend>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          className="btn sm"
          aria-pressed={!hidden.has(name)}
          onClick={() => toggleHidden(name)}
        >
          {text(name)}
        </button>
      ))}
    </fieldset>
  )
}
