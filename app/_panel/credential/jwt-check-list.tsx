'use client'
import { useLive } from '@/app/_live/state/store'
import { Icon } from '@/app/_ui/icon'
// Part of an opened token.
import { useText } from '@/lib/i18n/client'
import { jwtChecks, type TickState } from '@/lib/reading/credential/jwt-checks'
import type { Exchange } from '@/lib/trace/model/exchange'

/** What the server verified, in its order, as this exchange recorded it. */
export function JwtChecks({ token, exchange }: { token: string; exchange: Exchange }) {
  const t = useText('inspector')
  const oldTokens = useLive((live) => live.dials.jwt.oldTokens)
  const checks = jwtChecks(exchange, token, oldTokens)
  return (
    <>
      <h4>{t('checks.title')}</h4>
      {!checks && <p>{t('checks.none')}</p>}
      {checks?.some(({ ticked }) => ticked === 'one-of') && <p>{t('checks.oneOf')}</p>}
      <ol className="checks">
        {checks?.map(({ check, ticked }) => (
          <li key={check} className={ticked}>
            <Mark ticked={ticked} />
            <span>{t(`checks.${check}`)}</span>
            <b>{t(`ticked.${ticked}`)}</b>
          </li>
        ))}
      </ol>
    </>
  )
}

function Mark({ ticked }: { ticked: TickState }) {
  if (ticked === 'passed') return <Icon name="check" />
  if (ticked === 'failed' || ticked === 'one-of') return <Icon name="cross" />
  return <Icon name="minus" />
}
