'use client'
import { useLive } from '@/app/_live/state/store'
import { Icon } from '@/app/_ui/icon'
// Part of an opened token.
import { useText } from '@/lib/i18n/client'
import { jwtChecks, type TickedCheck, type TickState } from '@/lib/reading/credential/jwt-checks'
import type { Exchange } from '@/lib/trace/model/exchange'
import { GroupTitle } from './group-title'

/** What the server verified, in its order, as this exchange recorded it. */
export function JwtChecks({ token, exchange }: { token: string; exchange: Exchange }) {
  const t = useText('inspector')
  const oldTokens = useLive((live) => live.dials.jwt.oldTokens)
  const checks = jwtChecks(exchange, token, oldTokens)
  return (
    <>
      <GroupTitle text={t('checks.title')} />
      {!checks && <p>{t('checks.none')}</p>}
      {checks?.some(({ ticked }) => ticked === 'one-of') && <p>{t('checks.oneOf')}</p>}
      <ol className="mt-0.5" aria-label={t('checks.title')}>
        {checks?.map((one) => (
          <Ticked key={one.check} {...one} />
        ))}
      </ol>
    </>
  )
}

const LOOKS: Record<TickState, string> = {
  passed: '',
  failed: 'font-semibold text-ink',
  'one-of': 'font-semibold text-ink',
  'not-reached': 'text-ink-3',
  off: 'text-ink-3',
}

const ICONS = {
  passed: 'check',
  failed: 'cross',
  'one-of': 'cross',
  'not-reached': 'minus',
  off: 'minus',
} as const

function Ticked({ check, ticked }: TickedCheck) {
  const t = useText('inspector')
  return (
    <li
      className={`grid grid-cols-[1rem_minmax(0,1fr)_auto] items-baseline gap-2 border-t border-line py-0.5 ${LOOKS[ticked]}`}
    >
      <Icon name={ICONS[ticked]} className="size-3 stroke-2" />
      <span>{t(`checks.${check}`)}</span>
      <span className={ticked === 'failed' ? 'text-12' : 'text-12 font-normal text-ink-3'}>
        {t(`ticked.${ticked}`)}
      </span>
    </li>
  )
}
