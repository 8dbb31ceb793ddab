'use client'
// Says in the head of a page which dials are not on their defaults.
import Link from 'next/link'
import { backToDefaults } from '@/app/_live/dials/asked'
import { type DialTurn, isWeak, turnedFrom } from '@/app/_live/dials/dial-list'
import { useLive } from '@/app/_live/state/store'
import { useOpen } from '@/app/_live/state/use-open'
import { useLocale } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { LinkDialog } from './link-dialog'
import { dialName, positionName, useDialText } from './words'

/** @param weakOnly says nothing of dials that are turned and not weak */
export function DialsNote({ weakOnly = false }: { weakOnly?: boolean }) {
  const turned = turnedFrom(useLive((live) => live.dials))
  const said = weakOnly ? turned.filter(isWeak) : turned
  return (
    <>
      <LinkDialog />
      {said.length > 0 && <Note turned={said} only={weakOnly} />}
    </>
  )
}

function Note({ turned, only }: { turned: readonly DialTurn[]; only: boolean }) {
  const t = useDialText()
  const open = useOpen()
  const anyWeak = turned.some(isWeak)
  return (
    <div className={anyWeak ? 'dialsnote weak' : 'dialsnote'} role="status">
      <b>{t(only ? 'note.weak' : 'note.changed')}</b>
      <ul>
        {STRATEGIES.filter((lane) => turned.some(({ strategy }) => strategy === lane)).map((lane) => (
          <Lane key={lane} turned={turned.filter(({ strategy }) => strategy === lane)} />
        ))}
      </ul>
      <button type="button" className="btn sm" disabled={!open} onClick={() => void backToDefaults()}>
        {t('note.back')}
      </button>
    </div>
  )
}

function Lane({ turned }: { turned: readonly DialTurn[] }) {
  const t = useDialText()
  const locale = useLocale()
  const lane = turned[0]!.strategy
  return (
    <li>
      <Link className={`mono lane-name ${lane}`} href={localePath(locale, `/${lane}`)} prefetch={false}>
        {lane}
      </Link>
      {turned.map((one) => (
        <span key={one.name}>
          <span>{`${dialName(t, lane, one.name)}: ${positionName(t, one)}`}</span>
          {isWeak(one) && <b>{` ${t('weak')}`}</b>}
        </span>
      ))}
    </li>
  )
}
