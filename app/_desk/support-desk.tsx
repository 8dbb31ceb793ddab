'use client' // the support desk acts on all lanes

import { forceSignOut } from '@/app/_live/requests/desk'
import { useLive } from '@/app/_live/state/store'
import { firstName, useCustomer, useSupport } from '@/app/_live/state/use-customer'
import { ActButton, useWhyOff } from '@/app/_notices/act-button'
import { Icon } from '@/app/_ui/icon'
import { useText } from '@/lib/i18n/client'
import { VISITOR_DEVICES } from '@/lib/reading/visitor-device'
import { STRATEGIES } from '@/lib/strategies/strategy'

/** Sam's place. He has no customer's password: he ends sign-ins from the other side. */
export function Desk() {
  const t = useText('shop')
  const told = useText('told')
  const customer = useCustomer()
  const support = useSupport()
  const off = useWhyOff()
  const anyoneIn = useLive(({ shops }) =>
    STRATEGIES.some((name) => VISITOR_DEVICES.some((device) => shops[name][device].customer)),
  )
  const names = {
    name: support ? firstName(support) : 'Sam',
    customer: customer ? firstName(customer) : 'Mina',
  }
  const nobody = customer && anyoneIn ? null : told('off.force', names)
  return (
    <fieldset
      aria-label={t('desk-who', names)}
      className="flex flex-none items-center gap-2 tall:max-tablet:sticky tall:max-tablet:-right-4 max-tablet:bg-paper max-tablet:pr-4 max-tablet:pl-1.5 tablet:ml-2"
    >
      <span className="grid text-12 leading-tight text-ink-3 max-tablet:hidden" aria-hidden="true">
        <span>{t('desk')}</span>
        <b className="font-semibold text-ink-2">{names.name}</b>
      </span>
      <ActButton
        look="solid"
        why={off ?? nobody}
        does={t('force-why', names)}
        aria-label={t('force')}
        data-path="force"
        onClick={() => customer && void forceSignOut(customer.email)}
      >
        <Icon name="power" />
        <span className="max-tablet:hidden">{t('force')}</span>
        <span className="tablet:hidden">{t('force-short')}</span>
      </ActButton>
    </fieldset>
  )
}
