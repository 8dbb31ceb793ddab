'use client' // changes the user row, then asks the lane what it knows of it
import { useState } from 'react'
import { clientOf } from '@/app/_live/requests/clients'
import type { Answer } from '@/app/_live/requests/http'
import { useLive } from '@/app/_live/state/store'
import type { DemoUser } from '@/app/_live/state/types'
import { firstName, useCustomer } from '@/app/_live/state/use-customer'
import { ActButton, useWhyOff } from '@/app/_notices/act-button'
import { cx } from '@/app/_ui/cx'
import { useLocale, useText } from '@/lib/i18n/client'
import { money } from '@/lib/reading/format'
import type { StrategyName } from '@/lib/strategies/strategy'
import { checkMoney } from './money-check'
import { Outcome } from './outcome'
import { type OwnerActRequest, ownerAct } from './owner-act'

/** The percentage that a sandbox begins with. */
const USUAL_DISCOUNT = 10

/** Role and discount: in the user row, and as this lane believes them. Where the two differ, the credential is stale. */
export function Person({ strategy }: { strategy: StrategyName }) {
  const t = useText('acts')
  const device = useLive((live) => live.device)
  const { customer } = useLive((live) => live.shops[strategy][device])
  const demo = useCustomer()
  const user = useLive(({ users }) => users.find(({ email }) => email === customer?.email)) ?? demo
  const told = useText('told')
  const off = useWhyOff()
  const [answer, setAnswer] = useState<Answer | null>(null)
  if (!user) return null
  const askLane = async () => {
    const shop = clientOf(strategy, device)
    if (customer) await Promise.all([shop?.ask({ act: 'me' }), shop?.ask({ act: 'cart.read' })])
  }
  const press = async (asked: OwnerActRequest) => {
    setAnswer(await ownerAct(asked))
    await askLane()
  }
  const { email, role, discount } = user
  const lowered = discount < USUAL_DISCOUNT
  return (
    <>
      <Compared strategy={strategy} user={user} />
      <div className="flex flex-wrap gap-2">
        <ActButton
          size="sm"
          why={off}
          onClick={() => void press({ act: role === 'support' ? 'demote' : 'promote', email })}
        >
          <span>{t(role === 'support' ? 'person.demote' : 'person.promote', { name: firstName(user) })}</span>
        </ActButton>
        <ActButton
          size="sm"
          why={off}
          onClick={() => void press({ act: 'set-discount', email, discount: lowered ? USUAL_DISCOUNT : 0 })}
        >
          <span>{t('person.set-discount', { n: lowered ? USUAL_DISCOUNT : 0 })}</span>
        </ActButton>
        <ActButton
          size="sm"
          why={off ?? (customer ? null : told('off.sign-in'))}
          onClick={() => void askLane()}
        >
          <span>{t('person.ask')}</span>
        </ActButton>
      </div>
      <Outcome answer={answer} done={t('person.done')} />
    </>
  )
}

function Compared({ strategy, user }: { strategy: StrategyName; user: DemoUser }) {
  const t = useText('acts')
  const device = useLive((live) => live.device)
  const { customer } = useLive((live) => live.shops[strategy][device])
  const told = customer ? t(`person.role.${customer.role}`) : '–'
  const isStale = customer !== null && customer.role !== user.role
  return (
    <>
      <table className="w-full border-collapse">
        <caption className="sr-only">{t('person.caption', { name: user.name })}</caption>
        <thead className="text-12 text-ink-3">
          <tr>
            <td />
            <th scope="col" className={CELL}>
              {t('person.in-row')}
            </th>
            <th scope="col" className={CELL}>
              {t('person.in-lane')}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className={ROW}>
            <th scope="row" className={CELL}>
              {t('person.role-of', { name: firstName(user) })}
            </th>
            <td className={CELL}>{t(`person.role.${user.role}`)}</td>
            <td className={isStale ? STALE : CELL}>{told}</td>
          </tr>
          <Money strategy={strategy} percent={user.discount} signedIn={customer !== null} />
        </tbody>
      </table>
      {isStale && <p className="font-semibold">{t('person.stale-role')}</p>}
    </>
  )
}

const ROW = 'border-t border-line'
const CELL = 'py-1.5 pr-1.5 text-left align-baseline font-normal'
const STALE = 'py-1.5 pr-1.5 text-left align-baseline font-semibold'

interface MoneyProps {
  strategy: StrategyName
  percent: number
  signedIn: boolean
}

function Money({ strategy, percent, signedIn }: MoneyProps) {
  const t = useText('acts')
  const locale = useLocale()
  const device = useLive((live) => live.device)
  const cart = useLive((live) => live.shops[strategy][device].cart)
  const check = signedIn ? checkMoney(cart, percent) : null
  const cents = (amount: number) => money(amount, check?.currency ?? 'EUR', locale)
  const differ = check && check.charged !== check.due
  return (
    <>
      <tr className={ROW}>
        <th scope="row" className={CELL}>
          {t('person.total', { n: percent })}
        </th>
        <td className={CELL}>{check ? cents(check.due) : '–'}</td>
        <td className={differ ? STALE : CELL}>{check ? cents(check.charged) : '–'}</td>
      </tr>
      <tr className={ROW}>
        <td colSpan={3} className={differ ? STALE : cx(CELL, 'text-ink-3')}>
          {differ
            ? t(check.charged < check.due ? 'person.too-little' : 'person.too-much', {
                money: cents(Math.abs(check.charged - check.due)),
              })
            : t(check ? 'person.same-money' : 'person.no-money')}
        </td>
      </tr>
    </>
  )
}
