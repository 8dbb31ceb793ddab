'use client'
// A native dialog: focus, Escape and the page behind it are the browser's.
import { useEffect, useRef } from 'react'
import { movesOf, weakens } from '@/app/_live/dials/dial-links'
import { type DialTurn, isWeak, positionIn } from '@/app/_live/dials/dial-list'
import { follow } from '@/app/_live/dials/follow-link'
import { decline, useLink } from '@/app/_live/dials/link'
import { dialName, positionName, useDialText } from '@/app/_live/dials/words'
import { useLive } from '@/app/_live/state/store'
import { useSandboxOpen } from '@/app/_live/state/use-open'
import { Button } from '@/app/_ui/button'
import { Changed } from './changed'

/** An opened link turns dials; one that would weaken them asks first. Where it asks for acts too, their question is for both. */
export function LinkDialog() {
  const open = useSandboxOpen()
  const turns = useLink((link) => (link.withActs ? null : link.turns))
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
    <dialog
      ref={dialog}
      className="w-[min(32.5rem,calc(100vw-2rem))] rounded-2 border-2 border-ink bg-surface p-5 text-ink shadow-2 backdrop:bg-sunk/70"
      aria-labelledby="h-link"
      onClose={decline}
    >
      <h2 id="h-link" className="text-20 tracking-tight ko:tracking-normal">
        {t('link.title')}
      </h2>
      <p className="mt-2 text-ink-2">{t('link.text')}</p>
      <ul className="mt-3 border-t border-line">
        {moves.map((move) => (
          <Move key={`${move.strategy}.${move.name}`} move={move} />
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button look="solid" onClick={decline}>
          {t('link.leave')}
        </Button>
        <Button onClick={() => void follow()}>{t('link.turn')}</Button>
      </div>
    </dialog>
  )
}

function Move({ move }: { move: DialTurn }) {
  const t = useDialText()
  const { strategy, name } = move
  const value = useLive((live) => positionIn(live.dials, strategy, name))
  return (
    <li
      className={`grid grid-cols-[auto_minmax(0,1fr)_auto] items-baseline gap-3 border-b border-line py-2 lane-${strategy}`}
    >
      <span className="font-mono font-bold text-lane">{strategy}</span>
      <span>
        <span>{`${dialName(t, strategy, name)}: ${positionName(t, { strategy, name, value })}`}</span>
        <span aria-hidden="true"> → </span>
        <span className="sr-only"> {t('becomes')} </span>
        <b>{positionName(t, move)}</b>
      </span>
      {isWeak(move) && <Changed>{t('weak')}</Changed>}
    </li>
  )
}
