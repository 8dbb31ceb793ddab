'use client' // the desk looks at rows, and ends what they stand for
import { useState } from 'react'
import { useLocale, useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'
import { clockTime } from '../_inspector/figures'
import { act } from '../_shop/acts'
import { control } from '../_shop/control'
import { type Answer, isOk } from '../_shop/http'
import { addDeskAct, useLive } from '../_shop/live'
import type { DeskAct } from '../_shop/live-types'
import { firstName, useCustomer } from '../_shop/use-customer'
import { useOpen } from '../_shop/use-open'
import { Icon } from '../_ui/icon'
import { Outcome } from './outcome'
import { type OwnerAct, ownerAct } from './owner-act'
import { type SignIn, signInsOf } from './sign-ins'

interface Done {
  answer: Answer
  words: string
}

/** One device, one user, everyone: in this lane only. After each, a real request of this device shows what it did. */
export function EndSignIns({ strategy }: { strategy: StrategyName }) {
  const t = useText('acts')
  const device = useLive((live) => live.device)
  const customer = useCustomer()
  const open = useOpen()
  const [rows, setRows] = useState<SignIn[] | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const look = async () => setRows(await signInsOf(strategy))
  const show = async (answer: Answer, words: string) => {
    setDone({ answer, words })
    if (!isOk(answer)) return
    await act([strategy], device, { act: 'read' })
    if (rows) await look()
  }
  const press = async (asked: OwnerAct, key: string) => {
    const answer = await ownerAct(asked)
    await show(answer, told(t, key, answer))
  }
  const endUser = async (email: string) => {
    const answer = await control<DeskAct>('POST', '/force-sign-out', { email, strategy })
    if (isOk(answer) && answer.body) addDeskAct({ ...answer.body, act: 'force-sign-out' })
    await show(answer, answer.body?.lanes ? laneWords(t, answer.body, strategy) : '')
  }
  return (
    <>
      <h4>
        {t('end.one')}
        <button type="button" className="btn sm" disabled={!open} onClick={() => void look()}>
          {t(rows ? 'end.look-again' : 'end.look')}
        </button>
      </h4>
      {rows?.length === 0 && <p className="dim">{t(strategy === 'cookie' ? 'end.no-rows' : 'end.nobody')}</p>}
      {rows && rows.length > 0 && (
        <ul className="signins">
          {rows.map((row) => (
            <Row
              key={row.id}
              row={row}
              end={() => void press({ act: 'force-sign-out-device', strategy, id: row.id }, 'end.one-done')}
            />
          ))}
        </ul>
      )}
      <div className="actset">
        <button
          type="button"
          className="btn sm"
          disabled={!open || !customer}
          onClick={() => customer && void endUser(customer.email)}
        >
          {t('end.user', { name: customer ? firstName(customer) : 'Mina' })}
        </button>
        <button
          type="button"
          className="btn sm"
          disabled={!open}
          onClick={() => void press({ act: 'force-sign-out-everyone', strategy }, 'end.everyone-done')}
        >
          {t('end.everyone')}
        </button>
      </div>
      <p className="dim">{t(`end.does.${strategy}`)}</p>
      <Outcome answer={done?.answer ?? null} done={done?.words ?? ''} />
    </>
  )
}

const told = (t: ReturnType<typeof useText>, key: string, { body }: Answer) =>
  t(key, { n: (body as { ended?: number } | null)?.ended ?? 0 })

function laneWords(t: ReturnType<typeof useText>, { lanes }: DeskAct, strategy: StrategyName): string {
  const { reached, ended } = lanes[strategy]
  return t(reached ? 'end.user-done' : 'end.unreached', { n: ended })
}

function Row({ row: { user, device, lastSeenAt }, end }: { row: SignIn; end(): void }) {
  const t = useText('acts')
  const lane = useText('lane')
  const inspector = useText('inspector')
  const locale = useLocale()
  const name = inspector(`device.${device}`)
  return (
    <li>
      <Icon name={device === 'attacker' ? 'nobody' : device} />
      <span>
        <b>{user}</b> {name}
        <small>{t('end.seen', { time: clockTime(lastSeenAt, locale) })}</small>
      </span>
      <button
        type="button"
        className="btn sm"
        aria-label={t('end.this', { user, device: name })}
        onClick={end}
      >
        {lane('end')}
      </button>
    </li>
  )
}
