'use client' // the desk looks at rows, and ends what they stand for
import { useState } from 'react'
import { act } from '@/app/_live/requests/acts'
import { forceSignOut } from '@/app/_live/requests/desk'
import { type Answer, isOk } from '@/app/_live/requests/http'
import { useLive } from '@/app/_live/state/store'
import { firstName, useCustomer } from '@/app/_live/state/use-customer'
import { ActButton, useWhyOff } from '@/app/_notices/act-button'
import { Button } from '@/app/_ui/button'
import { keepFocus } from '@/app/_ui/card/keep-focus'
import { Icon } from '@/app/_ui/icon'
import { useLocale, useText } from '@/lib/i18n/client'
import { clockTime } from '@/lib/reading/format'
import type { ForcedLane } from '@/lib/reading/timeline/desk-act'
import type { StrategyName } from '@/lib/strategies/strategy'
import { Outcome } from './outcome'
import { type OwnerActRequest, ownerAct } from './owner-act'
import { type SignIn, signInsOf } from './sign-ins'

interface Done {
  answer: Answer
  forced: ForcedLane | null
}

/** What has ended leaves the list, and the focus to this button. */
const LOOK = 'end-look'

/** One device, one user, everyone: in this lane only. After each, real requests of the devices show what it did. */
export function EndSignIns({ strategy }: { strategy: StrategyName }) {
  const t = useText('acts')
  const device = useLive((live) => live.device)
  const customer = useCustomer()
  const told = useText('told')
  const off = useWhyOff()
  const [rows, setRows] = useState<SignIn[] | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const look = async () => setRows(await signInsOf(strategy))
  const press = async (asked: OwnerActRequest) => {
    const answer = await ownerAct(asked)
    setDone({ answer, forced: answer.body as ForcedLane | null })
    if (!isOk(answer)) return
    await act([strategy], device, { act: 'cart.read' })
    if (rows) await look()
    keepFocus(() => document.getElementById(LOOK))
  }
  const endUser = async (email: string) => {
    const forced = (await forceSignOut(email, strategy))?.lanes[strategy] ?? null
    setDone({ answer: forced ? DONE : FAILED, forced })
    if (rows) await look()
  }
  return (
    <>
      <h4 className="flex items-center justify-between font-semibold">
        <span>{t('end.one')}</span>
        <ActButton id={LOOK} size="sm" why={off} onClick={() => void look()}>
          <span>{t(rows ? 'end.look-again' : 'end.look')}</span>
        </ActButton>
      </h4>
      {rows && (
        <Rows
          strategy={strategy}
          rows={rows}
          end={(id) => void press({ act: 'force-sign-out-device', strategy, id })}
        />
      )}
      <div className="flex flex-wrap gap-2">
        <ActButton
          size="sm"
          why={off ?? (customer ? null : told('off.starting'))}
          onClick={() => customer && void endUser(customer.email)}
        >
          <span>{t('end.user', { name: customer ? firstName(customer) : 'Mina' })}</span>
        </ActButton>
        <ActButton
          size="sm"
          why={off}
          onClick={() => void press({ act: 'force-sign-out-everyone', strategy })}
        >
          <span>{t('end.everyone')}</span>
        </ActButton>
      </div>
      <p className="text-ink-2">{t(`end.does.${strategy}`)}</p>
      <Told done={done} />
    </>
  )
}

/** The desk answers with an act or with nothing. */
const DONE: Answer = { status: 200, code: null, body: null, retryAfter: null, date: null }
const FAILED: Answer = { ...DONE, status: 0 }

/** How many were ended, what lives on, and why: as the server says it. */
function Told({ done }: { done: Done | null }) {
  const t = useText('acts')
  const locale = useLocale()
  const { because, ended = 0, credentialsAliveUntil: until } = done?.forced ?? {}
  const words = [
    ended > 0 && t('end.ended', { n: ended }),
    because && t.has(`forced.${because}`) && t(`forced.${because}`),
    until && t('end.until', { time: clockTime(until, locale) }),
  ]
  return <Outcome answer={done?.answer ?? null} done={words.filter(Boolean).join(' ')} />
}

interface RowsProps {
  strategy: StrategyName
  rows: SignIn[]
  end(id: string): void
}

function Rows({ strategy, rows, end }: RowsProps) {
  const t = useText('acts')
  if (rows.length === 0)
    return <p className="text-ink-2">{t(strategy === 'cookie' ? 'end.no-rows' : 'end.nobody')}</p>
  return (
    <ul>
      {rows.map((row) => (
        <Row key={row.id} row={row} end={() => end(row.id)} />
      ))}
    </ul>
  )
}

function Row({ row: { user, device, lastSeenAt }, end }: { row: SignIn; end(): void }) {
  const t = useText('acts')
  const lane = useText('lane')
  const inspector = useText('inspector')
  const locale = useLocale()
  const name = inspector(`device.${device}`)
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-2.5 border-line py-1.5 not-first:border-t">
      <Icon name={device === 'attacker' ? 'nobody' : device} />
      <span>
        <b>{user}</b> <span>{name}</span>
        <small className="block text-12 text-ink-3">
          {t('end.seen', { time: clockTime(lastSeenAt, locale) })}
        </small>
      </span>
      <Button size="sm" aria-label={t('end.this', { user, device: name })} onClick={end}>
        {lane('end')}
      </Button>
    </li>
  )
}
