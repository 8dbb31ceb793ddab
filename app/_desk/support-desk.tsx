'use client' // the support desk acts on all lanes

import { forceSignOut } from '@/app/_live/requests/desk'
import { useLive } from '@/app/_live/state/store'
import { firstName, useCustomer, useSupport } from '@/app/_live/state/use-customer'
import { useOpen } from '@/app/_live/state/use-open'
import { Icon } from '@/app/_ui/icon'
import { useText } from '@/lib/i18n/client'
import { VISITOR_DEVICES } from '@/lib/reading/visitor-device'
import { STRATEGIES } from '@/lib/strategies/strategy'

/** Sam's place. He has no customer's password: he ends sign-ins from the other side. */
export function Desk() {
  const t = useText('shop')
  const customer = useCustomer()
  const support = useSupport()
  const open = useOpen()
  const anyoneIn = useLive(({ shops }) =>
    STRATEGIES.some((name) => VISITOR_DEVICES.some((device) => shops[name][device].customer)),
  )
  const names = {
    name: support ? firstName(support) : 'Sam',
    customer: customer ? firstName(customer) : 'Mina',
  }
  return (
    <fieldset className="set desk">
      <legend className="vh">{t('desk-who', names)}</legend>
      <span className="label lead" aria-hidden="true">
        <span>{t('desk')}</span> <b>{names.name}</b>
      </span>
      <button
        type="button"
        className="btn solid"
        disabled={!open || !customer || !anyoneIn}
        title={t(anyoneIn ? 'force-why' : 'force-needs', names)}
        onClick={() => customer && void forceSignOut(customer.email)}
      >
        <Icon name="power" />
        {t('force')}
      </button>
    </fieldset>
  )
}
