'use client' // sends an act to one lane

import { act } from '@/app/_live/requests/acts'
import { useLive } from '@/app/_live/state/store'
import { useCustomer } from '@/app/_live/state/use-customer'
import { Button } from '@/app/_ui/button'
import { cx } from '@/app/_ui/cx'
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'
import { focusResult } from './result-place'

/** It goes when the answer comes, so the focus goes first: to the lane's verdict. */
export function SignInAgain({ strategy, className }: { strategy: StrategyName; className?: string }) {
  const t = useText('shop')
  const device = useLive((live) => live.device)
  const customer = useCustomer()
  if (!customer) return null
  const press = () => {
    focusResult(strategy)
    void act([strategy], device, { act: 'sign-in', email: customer.email })
  }
  return (
    <Button size="sm" className={cx('print:hidden', className)} onClick={press}>
      {t('sign-in-again')}
    </Button>
  )
}
