'use client'
// Switches parts of the timeline off and on.
import { useId } from 'react'
import { useLive } from '@/app/_live/state/store'
import { Button } from '@/app/_ui/button'
import { useText } from '@/lib/i18n/client'
import { VISITOR_DEVICES } from '@/lib/reading/visitor-device'
import { DEVICES, type StrategyName } from '@/lib/strategies/strategy'
import { RESULTS, resultClass, showAll, toggleHidden, useHidden } from './filter'
import { Menu } from './menu'

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
      <Button look={hidden.size > 0 ? 'plain' : 'quiet'} size="sm" popoverTarget={id}>
        {t('filter.title')}
      </Button>
      <Menu id={id}>
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
        <Button look="quiet" size="sm" off={hidden.size === 0} onClick={showAll}>
          {t('filter.show-all')}
        </Button>
      </Menu>
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
    <fieldset className="flex flex-wrap gap-1 px-1.5 pb-2">
      <legend className="pb-1 text-12 text-ink-3">{label}</legend>
      {names.map((name) => (
        <Button
          key={name}
          size="sm"
          className="aria-[pressed=false]:text-ink-3 aria-[pressed=false]:line-through aria-pressed:bg-mark-2 aria-pressed:font-semibold"
          aria-pressed={!hidden.has(name)}
          onClick={() => toggleHidden(name)}
        >
          {text(name)}
        </Button>
      ))}
    </fieldset>
  )
}
