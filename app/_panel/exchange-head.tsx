'use client'
import { Icon } from '@/app/_ui/icon'
// Reveals all values on a click.
import { useLocale, useText } from '@/lib/i18n/client'
import { millis } from '@/lib/reading/format'
import { actionText } from '@/lib/reading/timeline/marks'
import { useReveal } from './credential/reveal'
import type { ExchangeProps } from './panel-types'

/** Status, act, device and time of one exchange, and the button that reveals all its values. */
export function ExchangeHead({ exchange }: ExchangeProps) {
  const t = useText('inspector')
  const locale = useLocale()
  const reveal = useReveal()
  const { response, device, cost } = exchange
  const refused = response === null || response.status >= 400
  return (
    <>
      <span className={refused ? 'status no' : 'status'}>
        <Icon name={refused ? 'cross' : 'check'} />
        <span>{response ? `${response.status} ${response.reason}` : '–'}</span>
      </span>
      <span className="mono">{actionText(exchange)}</span>
      <span className="dim">{`${t(`device.${device}`)}, ${millis(cost.micros, locale)}`}</span>
      <button
        type="button"
        className="btn quiet sm"
        aria-pressed={reveal.everything}
        onClick={reveal.toggleEverything}
      >
        {t(reveal.everything ? 'reveal.hideAll' : 'reveal.all')}
      </button>
    </>
  )
}
