'use client'
// A native dialog: focus, Escape and the page behind it are the browser's.
import { useEffect, useRef } from 'react'
import { movesOf, weakens } from '@/app/_live/dials/dial-links'
import { type DialTurn, isWeak, positionIn } from '@/app/_live/dials/dial-list'
import { decline, follow, useLink } from '@/app/_live/dials/link'
import { useLive } from '@/app/_live/state/store'
import { useSandboxOpen } from '@/app/_live/state/use-open'
import { dialName, positionName, useDialText } from './words'

/** An opened link turns dials; one that would weaken them asks first. */
export function LinkDialog() {
  const open = useSandboxOpen()
  const turns = useLink((link) => link.turns)
  const dials = useLive((live) => live.dials)
  const moves = turns && open ? movesOf(dials, turns) : null
  const asks = moves !== null && weakens(moves)
  const harmless = moves !== null && !asks
  useEffect(() => {
    if (harmless) void follow()
  }, [harmless])
  return asks ? <Question moves={moves} /> : null
}

function Question({ moves }: { moves: readonly DialTurn[] }) {
  const t = useDialText()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} className="linkdialog" aria-labelledby="h-link" onClose={decline}>
      <h2 id="h-link">{t('link.title')}</h2>
      <p>{t('link.text')}</p>
      <ul>
        {moves.map((move) => (
          <Move key={`${move.strategy}.${move.name}`} move={move} />
        ))}
      </ul>
      <div className="acts">
        <button type="button" className="btn solid" onClick={decline}>
          {t('link.leave')}
        </button>
        <button type="button" className="btn" onClick={() => void follow()}>
          {t('link.turn')}
        </button>
      </div>
    </dialog>
  )
}

function Move({ move }: { move: DialTurn }) {
  const t = useDialText()
  const { strategy, name } = move
  const value = useLive((live) => positionIn(live.dials, strategy, name))
  return (
    <li>
      <span className={`mono ${strategy} lane-name`}>{strategy}</span>
      <span>
        <span>{`${dialName(t, strategy, name)}: ${positionName(t, { strategy, name, value })}`}</span>
        <span aria-hidden="true"> → </span>
        <span className="vh"> {t('becomes')} </span>
        <b>{positionName(t, move)}</b>
      </span>
      {isWeak(move) && <b className="chg">{t('weak')}</b>}
    </li>
  )
}
