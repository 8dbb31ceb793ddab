'use client'
// Asks for the devices on a click; ending one is a request of this device too.
import { useState } from 'react'
import { clientOf } from '@/app/_live/requests/clients'
import { type Answer, isOk } from '@/app/_live/requests/http'
import { useLive } from '@/app/_live/state/store'
import { useOpen } from '@/app/_live/state/use-open'
import { Icon } from '@/app/_ui/icon'
import { useLocale, useText } from '@/lib/i18n/client'
import { clockTime } from '@/lib/reading/format'
import type { DeviceAnswer } from '@/lib/shop/answers'
import type { AnswerOf } from '@/lib/shop/operations'
import type { StrategyName } from '@/lib/strategies/strategy'

export function LaneDevices({ strategy, signedIn }: { strategy: StrategyName; signedIn: boolean }) {
  const t = useText('lane')
  const acts = useText('acts')
  const open = useOpen()
  const device = useLive((live) => live.device)
  const [answer, setAnswer] = useState<Answer<AnswerOf<'devices'>> | null>(null)
  const list = async () => setAnswer((await clientOf(strategy, device)?.ask({ act: 'devices' })) ?? null)
  const end = async (id: string) => {
    await clientOf(strategy, device)?.ask({ act: 'devices.end', id })
    await list()
  }
  const endOthers = async () => {
    await clientOf(strategy, device)?.ask({ act: 'devices.end-others' })
    await list()
  }
  const devices = answer?.body && isOk(answer) ? answer.body.devices : []
  return (
    <div className="ask">
      <h3>
        {t('devices')}
        <button type="button" className="btn sm" disabled={!open || !signedIn} onClick={() => void list()}>
          {t(answer ? 'ask-again' : 'ask')}
        </button>
      </h3>
      {strategy === 'cookie' && <p className="dim">{t('cannot-know')}</p>}
      {answer && !isOk(answer) && (
        <p>{t('device-refused', { status: String(answer.status), code: answer.code ?? '' })}</p>
      )}
      {devices.length > 0 && (
        <ul>
          {devices.map((entry) => (
            <DeviceRow key={entry.id} entry={entry} end={() => void end(entry.id)} />
          ))}
        </ul>
      )}
      {devices.length > 1 && (
        <button type="button" className="btn sm" disabled={!open} onClick={() => void endOthers()}>
          {acts('devices.end-others')}
        </button>
      )}
    </div>
  )
}

function DeviceRow({ entry, end }: { entry: DeviceAnswer; end(): void }) {
  const t = useText('lane')
  const inspector = useText('inspector')
  const locale = useLocale()
  const name = inspector(`device.${entry.device}`)
  return (
    <li>
      <Icon name={entry.device === 'attacker' ? 'nobody' : entry.device} />
      <span>
        <span>{`${name} `}</span>
        {entry.current && <span className="here">{t('this-one')}</span>}
        <small>
          {t('seen', {
            since: clockTime(entry.createdAt, locale),
            last: clockTime(entry.lastSeenAt, locale),
          })}
        </small>
      </span>
      <button type="button" className="btn sm" aria-label={t('end-of', { name })} onClick={end}>
        {t('end')}
      </button>
    </li>
  )
}
