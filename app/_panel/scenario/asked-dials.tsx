'use client' // reads where the dials stand
import { movesOf } from '@/app/_live/dials/dial-links'
import { type DialTurn, isWeak, positionIn } from '@/app/_live/dials/dial-list'
import { useLink } from '@/app/_live/dials/link'
import { dialName, positionName, useDialText } from '@/app/_live/dials/words'
import { useLive } from '@/app/_live/state/store'
import { useText } from '@/lib/i18n/client'

/** The dials that a link of acts would turn before them. */
export function AskedDials() {
  const t = useText('timeline')
  const turns = useLink((link) => link.turns)
  const moves = movesOf(
    useLive((live) => live.dials),
    turns ?? [],
  )
  if (moves.length === 0) return null
  return (
    <>
      <p className="mt-2 text-ink-2">{t('scenario.dials')}</p>
      <ul className="mt-3 max-h-60 overflow-y-auto rounded-1 bg-sunk px-3 py-2 leading-text">
        {moves.map((move) => (
          <Move key={`${move.strategy}.${move.name}`} move={move} />
        ))}
      </ul>
    </>
  )
}

function Move({ move }: { move: DialTurn }) {
  const t = useDialText()
  const { strategy, name } = move
  const value = useLive((live) => positionIn(live.dials, strategy, name))
  return (
    <li className={`lane-${strategy}`}>
      <span className="mr-2 font-mono font-bold text-lane">{strategy}</span>
      <span>{`${dialName(t, strategy, name)}: ${positionName(t, { strategy, name, value })}`}</span>
      <span aria-hidden="true"> → </span>
      <span className="sr-only"> {t('becomes')} </span>
      <b>{positionName(t, move)}</b>
      {isWeak(move) && <span>{`, ${t('weak')}`}</span>}
    </li>
  )
}
