'use client'
import { useEffect } from 'react'
import { turn, useAsked } from '@/app/_live/dials/asked'
import { type DialGroup, GROUPS } from '@/app/_live/dials/dial-groups'
import { type DialTurn, dialNames, dialOf, isWeak, turnedFrom } from '@/app/_live/dials/dial-list'
import { useDialText } from '@/app/_live/dials/words'
import { useLive } from '@/app/_live/state/store'
import { ActButton, useWhyOff } from '@/app/_notices/act-button'
import { Card, CardFold } from '@/app/_ui/card/card'
import { Icon } from '@/app/_ui/icon'
// Every choice of this lane, turned in this visitor's sandbox.
import type { StrategyName } from '@/lib/strategies/strategy'
import { AsTheyAre } from './as-they-are'
import { Changed } from './changed'
import { DialField } from './dial-field'
import { goToDial } from './go-to-dial'

export function DialsCard({ strategy }: { strategy: StrategyName }) {
  const t = useDialText()
  useEffect(goToDial, [])
  const turned = turnedFrom(
    useLive((live) => live.dials),
    [strategy],
  )
  return (
    <Card
      id="h-dials"
      icon="dials"
      title={t('title')}
      aside={t('turned', { n: turned.length, of: dialNames(strategy).length })}
    >
      <Back strategy={strategy} turned={turned} />
      {GROUPS[strategy].map((group, index) => (
        <Group key={group.id} strategy={strategy} group={group} turned={turned} open={index === 0} />
      ))}
    </Card>
  )
}

/** This lane's dials; the note in the page's head has one for all lanes. */
function Back({ strategy, turned }: { strategy: StrategyName; turned: readonly DialTurn[] }) {
  const t = useDialText()
  const off = useWhyOff()
  const refused = useAsked((asked) => asked.refused)
  const back = () =>
    turn(turned.map(({ name }) => ({ strategy, name, value: dialOf(strategy, name)!.default })))
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1.5 border-b border-line px-4 py-2.5 text-12 text-ink-2">
      <p>{t('explain')}</p>
      <ActButton
        size="sm"
        why={off ?? (turned.length === 0 ? t('at-defaults') : null)}
        onClick={() => void back()}
      >
        <Icon name="again" />
        <span>{t('back')}</span>
      </ActButton>
      {off && <p className="col-span-full">{off}</p>}
      {refused && (
        <p role="alert" className="col-span-full font-semibold text-ink">
          {t(refused.status === 0 ? 'no-answer' : 'refused', {
            status: String(refused.status),
            code: refused.code,
          })}
        </p>
      )}
    </div>
  )
}

interface GroupProps {
  strategy: StrategyName
  group: DialGroup
  turned: readonly DialTurn[]
  open: boolean
}

function Group({ strategy, group, turned, open }: GroupProps) {
  const t = useDialText()
  const here = turned.filter(({ name }) => group.dials.includes(name))
  const weak = here.filter(isWeak).length
  return (
    <CardFold
      title={t(`group.${group.id}`)}
      open={open}
      aside={
        here.length > 0 && (
          <Changed>{weak > 0 ? t('n-weak', { n: weak }) : t('n-changed', { n: here.length })}</Changed>
        )
      }
    >
      {group.dials.map((name) => (
        <DialField key={name} strategy={strategy} name={name} />
      ))}
      {group.id === 'cookie' && <AsTheyAre strategy={strategy} />}
    </CardFold>
  )
}
