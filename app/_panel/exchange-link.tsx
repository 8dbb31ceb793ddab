'use client'
import { chooseStep } from '@/app/_live/state/cursor'
import { useLive } from '@/app/_live/state/store'
// Goes to another step of the timeline.
import { useText } from '@/lib/i18n/client'
import { VISITOR_DEVICES } from '@/lib/reading/visitor-device'
import { TextButton } from './text-button'
import { useStepOf } from './wire/around'

/** "step 12", which one can go to; of one that was let go only that. */
export function ExchangeLink({ seq }: { seq: number | null }) {
  const t = useText('inspector')
  const { index, exchange } = useStepOf(seq)
  if (!exchange) return <span>{t('link.letGo')}</span>
  const go = () => {
    const device = VISITOR_DEVICES.find((one) => one === exchange.device)
    if (device) useLive.setState({ device })
    chooseStep(index)
  }
  return <TextButton onClick={go}>{t('link.step', { n: index + 1 })}</TextButton>
}
