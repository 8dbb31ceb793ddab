'use client'
// Chooses the step, and on a phone the lane.
import { chooseStep } from '@/app/_live/state/cursor'
import { useLive } from '@/app/_live/state/store'
import { cx } from '@/app/_ui/cx'
import { useText } from '@/lib/i18n/client'
import { actionText, markOf } from '@/lib/reading/timeline/marks'
import type { Exchange } from '@/lib/trace/model/exchange'
import { ExchangeMark } from '../exchange-mark'

interface Props {
  /** Place among the stops. */
  at: number
  /** Of the step. */
  index: number
  exchange: Exchange
  /** The number of the answer beside it. */
  status?: boolean
  className: string
}

/** The mark of one exchange: the arrow keys reach it from the step that it is in. */
export function MarkButton({ at, index, exchange, status = false, className }: Props) {
  const t = useText('inspector')
  const { response, strategy, device } = exchange
  const kind = markOf(exchange)
  const name = t('timeline.mark', {
    n: index + 1,
    action: actionText(exchange),
    lane: strategy,
    device: t(`device.${device}`),
    status: response ? `${response.status}, ${t(`timeline.${kind}`)}` : t('timeline.noAnswer'),
  })
  const select = () => {
    chooseStep(index)
    useLive.setState({ lane: strategy })
  }
  return (
    <button
      type="button"
      tabIndex={-1}
      data-mark={at}
      aria-label={name}
      className={cx('relative flex items-center focus-visible:-outline-offset-2', className)}
      onClick={select}
    >
      <ExchangeMark kind={kind} />
      {status && <span className="font-mono text-12">{response?.status ?? '–'}</span>}
    </button>
  )
}
