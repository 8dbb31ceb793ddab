'use client' // turns a dial of the jwt lane
import { turn } from '@/app/_live/dials/asked'
import { renewHeld } from '@/app/_live/requests/renew-held'
import { useLive } from '@/app/_live/state/store'
import { useVerdict } from '@/app/_live/state/use-lane'
import { focusTitle } from '@/app/_ui/focus-title'
import { useLocale, useText } from '@/lib/i18n/client'
import { duration } from '@/lib/reading/format'
import { ActButton, useWhyOff } from './act-button'

/** The longest that the dial allows. Seconds. */
const LONGEST = 15 * 60

/**
 * While a token lives on that was meant to end: who needs longer to read has it in one press (WCAG 2.2, 2.2.1), from the next sign-in on.
 * The token that is ending cannot be renewed any more. One of another sign-in can, and is: so that what is said of it is true at once.
 */
export function MoreTime() {
  const t = useText('told')
  const locale = useLocale()
  const life = useLive((live) => live.dials.jwt.accessLife)
  const { verdict } = useVerdict('jwt')
  const why = useWhyOff()
  if (verdict.kind !== 'in' || life >= LONGEST) return null
  const press = () => {
    focusTitle()
    void turn([{ strategy: 'jwt', name: 'accessLife', value: LONGEST }]).then(renewHeld)
  }
  return (
    <ActButton
      look="quiet"
      size="sm"
      className="print:hidden"
      why={why}
      does={t('longer-does', { life: duration(life, locale) })}
      onClick={press}
    >
      <span>{t('longer')}</span>
    </ActButton>
  )
}
