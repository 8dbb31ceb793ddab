'use client'
// Asks for the devices on a click; ending one is a request of this device too.
import { useState } from 'react'
import { clientOf } from '@/app/_live/requests/clients'
import { type Answer, isOk } from '@/app/_live/requests/http'
import type { ShopRequest } from '@/app/_live/requests/requests'
import { useLive } from '@/app/_live/state/store'
import { ActButton, useWhyOff } from '@/app/_notices/act-button'
import { keepFocus } from '@/app/_ui/card/keep-focus'
import { Icon } from '@/app/_ui/icon'
import { useLocale, useText } from '@/lib/i18n/client'
import { clockTime } from '@/lib/reading/format'
import type { DeviceAnswer } from '@/lib/shop/answers'
import type { AnswerOf } from '@/lib/shop/operations'
import type { StrategyName } from '@/lib/strategies/strategy'
import { Ask } from './ask'

const ASK = 'ask-devices'

export function LaneDevices({ strategy, signedIn }: { strategy: StrategyName; signedIn: boolean }) {
  const t = useText('lane')
  const acts = useText('acts')
  const told = useText('told')
  const off = useWhyOff()
  const device = useLive((live) => live.device)
  const [answer, setAnswer] = useState<Answer<AnswerOf<'devices'>> | null>(null)
  const list = async () => setAnswer((await clientOf(strategy, device)?.ask({ act: 'devices' })) ?? null)
  const end = async (asked: ShopRequest) => {
    await clientOf(strategy, device)?.ask(asked)
    await list()
    keepFocus(() => document.getElementById(ASK))
  }
  const devices = answer?.body && isOk(answer) ? answer.body.devices : []
  return (
    <Ask
      id={ASK}
      title={t('devices')}
      ask={t(answer ? 'ask-again' : 'ask')}
      why={off ?? (signedIn ? null : told('off.sign-in'))}
      press={() => void list()}
    >
      {strategy === 'cookie' && <p className="mt-1 text-12 text-ink-3">{t('cannot-know')}</p>}
      {answer && !isOk(answer) && (
        <p className="mt-1.5">
          {t('device-refused', { status: String(answer.status), code: answer.code ?? '' })}
        </p>
      )}
      {devices.length > 0 && (
        <ul className="mt-1.5">
          {devices.map((entry) => (
            <DeviceRow
              key={entry.id}
              entry={entry}
              end={() => void end({ act: 'devices.end', id: entry.id })}
            />
          ))}
        </ul>
      )}
      {devices.length > 1 && (
        <ActButton size="sm" why={off} onClick={() => void end({ act: 'devices.end-others' })}>
          <span>{acts('devices.end-others')}</span>
        </ActButton>
      )}
    </Ask>
  )
}

function DeviceRow({ entry, end }: { entry: DeviceAnswer; end(): void }) {
  const t = useText('lane')
  const inspector = useText('inspector')
  const locale = useLocale()
  const name = inspector(`device.${entry.device}`)
  const off = useWhyOff()
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-2.5 border-t border-line py-1.5">
      <Icon name={entry.device === 'attacker' ? 'nobody' : entry.device} />
      <span>
        <span>{`${name} `}</span>
        {entry.current && (
          <span className="ml-1 rounded-1 border border-line-strong px-1 text-12 text-ink-2">
            {t('this-one')}
          </span>
        )}
        <small className="block text-12 text-ink-3">
          {t('seen', {
            since: clockTime(entry.createdAt, locale),
            last: clockTime(entry.lastSeenAt, locale),
          })}
        </small>
      </span>
      <ActButton size="sm" why={off} aria-label={t('end-of', { name })} onClick={end}>
        <span>{t('end')}</span>
      </ActButton>
    </li>
  )
}
