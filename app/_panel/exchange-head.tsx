'use client'
import type { ReactNode } from 'react'
import { Button } from '@/app/_ui/button'
import { Status } from '@/app/_ui/status'
// Reveals all values on a click.
import { useLocale, useText } from '@/lib/i18n/client'
import { millis } from '@/lib/reading/format'
import { actionText } from '@/lib/reading/timeline/marks'
import { useReveal } from './credential/reveal'
import type { ExchangeProps } from './panel-types'

interface Props extends ExchangeProps {
  /** Of another server: its own address in the place of the shop’s act, and who it is. */
  act?: string
  who?: ReactNode
}

/** Status, act, device and time of one exchange, and the button that reveals all its values. */
export function ExchangeHead({ exchange, act, who }: Props) {
  const t = useText('inspector')
  const locale = useLocale()
  const reveal = useReveal()
  const { response, device, cost } = exchange
  return (
    <>
      <Status status={response?.status} reason={response?.reason} />
      <span className="font-mono wrap-anywhere" lang="en" translate="no">
        {act ?? actionText(exchange)}
      </span>
      {who && <span>{who}</span>}
      <span className="text-ink-3">{`${t(`device.${device}`)}, ${millis(cost.micros, locale)}`}</span>
      <Button
        look="quiet"
        size="sm"
        className="print:hidden aria-pressed:bg-mark-2 aria-pressed:font-semibold aria-pressed:text-ink"
        aria-pressed={reveal.everything}
        onClick={reveal.toggleEverything}
      >
        {t('reveal.all')}
      </Button>
    </>
  )
}
