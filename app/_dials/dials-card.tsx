'use client'
import { turn, useAsked } from '@/app/_live/dials/asked'
import {
  type DialGroup,
  type DialTurn,
  dialNames,
  dialOf,
  GROUPS,
  isWeak,
  turnedFrom,
} from '@/app/_live/dials/dial-list'
import { useLive } from '@/app/_live/state/store'
import { useOpen } from '@/app/_live/state/use-open'
import { Icon } from '@/app/_ui/icon'
// Every choice of this lane, turned in this visitor's sandbox.
import type { StrategyName } from '@/lib/strategies/strategy'
import { AsTheyAre } from './as-they-are'
import { DialField } from './dial-field'
import { useDialText } from './words'

export function DialsCard({ strategy }: { strategy: StrategyName }) {
  const t = useDialText()
  const turned = turnedFrom(
    useLive((live) => live.dials),
    [strategy],
  )
  return (
    <section className="card dials" aria-labelledby="h-dials">
      <h2 id="h-dials">
        <Icon name="dials" />
        {t('title')}
        <span className="b">{t('turned', { n: turned.length, of: dialNames(strategy).length })}</span>
      </h2>
      <Back strategy={strategy} turned={turned} />
      {GROUPS[strategy].map((group, index) => (
        <Group key={group.id} strategy={strategy} group={group} turned={turned} open={index === 0} />
      ))}
    </section>
  )
}

/** This lane's dials; the note in the page's head has one for all lanes. */
function Back({ strategy, turned }: { strategy: StrategyName; turned: readonly DialTurn[] }) {
  const t = useDialText()
  const open = useOpen()
  const refused = useAsked((asked) => asked.refused)
  const back = () =>
    turn(turned.map(({ name }) => ({ strategy, name, value: dialOf(strategy, name)!.default })))
  return (
    <div className="dialback">
      <p>{t('explain')}</p>
      <button
        type="button"
        className="btn sm"
        disabled={!open || turned.length === 0}
        onClick={() => void back()}
      >
        <Icon name="again" />
        {t('back')}
      </button>
      {refused && (
        <p role="alert">
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
    <details className="dialgroup" open={open}>
      <summary>
        <Icon name="chevron" />
        <h3>{t(`group.${group.id}`)}</h3>
        {here.length > 0 && (
          <span className="chg">
            {weak > 0 ? t('n-weak', { n: weak }) : t('n-changed', { n: here.length })}
          </span>
        )}
      </summary>
      {group.dials.map((name) => (
        <DialField key={name} strategy={strategy} name={name} />
      ))}
      {group.id === 'cookie' && <AsTheyAre strategy={strategy} />}
    </details>
  )
}
