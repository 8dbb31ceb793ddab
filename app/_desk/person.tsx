'use client' // changes the user row, then asks the lane what it knows of it
import { useState } from 'react'
import { clientOf } from '@/app/_live/requests/clients'
import type { Answer } from '@/app/_live/requests/http'
import { useLive } from '@/app/_live/state/store'
import type { DemoUser } from '@/app/_live/state/types'
import { firstName, useCustomer } from '@/app/_live/state/use-customer'
import { useOpen } from '@/app/_live/state/use-open'
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
  const open = useOpen()
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
      <div className="actset">
        <button
          type="button"
          className="btn sm"
          disabled={!open}
          onClick={() => void press({ act: role === 'support' ? 'demote' : 'promote', email })}
        >
          {t(role === 'support' ? 'person.demote' : 'person.promote', { name: firstName(user) })}
        </button>
        <button
          type="button"
          className="btn sm"
          disabled={!open}
          onClick={() => void press({ act: 'set-discount', email, discount: lowered ? USUAL_DISCOUNT : 0 })}
        >
          {t('person.set-discount', { n: lowered ? USUAL_DISCOUNT : 0 })}
        </button>
        <button type="button" className="btn sm" disabled={!open || !customer} onClick={() => void askLane()}>
          {t('person.ask')}
        </button>
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
  return (
    <>
      <table className="acttable">
        <caption className="vh">{t('person.caption', { name: user.name })}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('person.in-row')}</th>
            <th scope="col">{t('person.in-lane')}</th>
          </tr>
        </thead>
        <tbody>
          <tr className={customer && customer.role !== user.role ? 'stale' : undefined}>
            <th scope="row">{t('person.role-of', { name: firstName(user) })}</th>
            <td>{t(`person.role.${user.role}`)}</td>
            <td>{told}</td>
          </tr>
          <Money strategy={strategy} percent={user.discount} signedIn={customer !== null} />
        </tbody>
      </table>
      {customer && customer.role !== user.role && <p className="stale">{t('person.stale-role')}</p>}
    </>
  )
}

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
      <tr className={differ ? 'stale' : undefined}>
        <th scope="row">{t('person.total', { n: percent })}</th>
        <td>{check ? cents(check.due) : '–'}</td>
        <td>{check ? cents(check.charged) : '–'}</td>
      </tr>
      <tr>
        <td colSpan={3} className={differ ? 'stale' : 'dim'}>
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
