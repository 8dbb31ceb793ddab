'use client'
// Says in the head of a page which dials are not on their defaults.
import Link from 'next/link'
import { backToDefaults } from '@/app/_live/dials/asked'
import { type DialTurn, isWeak, turnedFrom } from '@/app/_live/dials/dial-list'
import { dialName, positionName, useDialText } from '@/app/_live/dials/words'
import { useLive } from '@/app/_live/state/store'
import { ActButton, useWhyOff } from '@/app/_notices/act-button'
import { cx } from '@/app/_ui/cx'
import { useLocale } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'
import type { DialChange } from '@/lib/sandbox/world/settings'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { LinkDialog } from './link-dialog'

interface Props {
  /** Says nothing of dials that are turned and not weak. */
  weakOnly?: boolean
  /** Says nothing of those that stand where the page itself says so. */
  known?: DialChange
}

export function DialsNote({ weakOnly = false, known = {} }: Props) {
  const turned = turnedFrom(useLive((live) => live.dials))
  const isKnown = ({ strategy, name, value }: DialTurn) => known[strategy]?.[name] === value
  const said = turned.filter((one) => (weakOnly ? isWeak(one) : !isKnown(one)))
  return (
    <>
      <LinkDialog />
      {said.length > 0 && <Note turned={said} only={weakOnly} />}
    </>
  )
}

function Note({ turned, only }: { turned: readonly DialTurn[]; only: boolean }) {
  const t = useDialText()
  const off = useWhyOff()
  const anyWeak = turned.some(isWeak)
  return (
    <div
      role="note"
      className={cx(
        'mx-auto my-2 flex max-w-page flex-wrap items-baseline gap-x-4 gap-y-1.5 rounded-2 bg-surface px-3.5 py-1.5 text-13',
        anyWeak ? 'border-2 border-ink' : 'border border-line-strong',
      )}
    >
      <b>{t(only ? 'note.weak' : 'note.changed')}</b>
      <ul className="grid flex-[1_1_20rem] gap-0.5">
        {STRATEGIES.filter((lane) => turned.some(({ strategy }) => strategy === lane)).map((lane) => (
          <Lane key={lane} turned={turned.filter(({ strategy }) => strategy === lane)} />
        ))}
      </ul>
      <ActButton size="sm" why={off} onClick={() => void backToDefaults()}>
        <span>{t('note.back')}</span>
      </ActButton>
    </div>
  )
}

function Lane({ turned }: { turned: readonly DialTurn[] }) {
  const t = useDialText()
  const locale = useLocale()
  const lane = turned[0]!.strategy
  return (
    <li className={`flex flex-wrap gap-x-3 lane-${lane}`}>
      <Link className="font-mono font-bold text-lane" href={localePath(locale, `/${lane}`)} prefetch={false}>
        {lane}
      </Link>
      {turned.map((one) => (
        <span
          key={one.name}
          className="not-last:after:ml-3 not-last:after:text-ink-3 not-last:after:content-['·']"
        >
          <span>{`${dialName(t, lane, one.name)}: ${positionName(t, one)}`}</span>
          {isWeak(one) && <b>{` ${t('weak')}`}</b>}
        </span>
      ))}
    </li>
  )
}
