/** What turning a dial changes, read from the declared table that the contract suite proves. Pure. */

import { type DialTurn, positionIn } from '@/app/_live/dials/dial-list'
import type { Dials, Position } from '@/lib/strategies/dials'
import { DIFFERENCES, type DifferenceName } from '@/lib/strategies/differences'
import { DIAL_EFFECTS, type DialEffect } from '@/lib/strategies/effects'

export interface Change {
  difference: DifferenceName
  from: unknown
  to: unknown
  /** Dials of the lane that have to be turned as well before it shows. */
  needs: DialTurn[]
}

/** Declared for one or a few dials with all others on their defaults: with more turned it may come out otherwise. */
export function previewOf(dials: Dials, turn: DialTurn): Change[] {
  const now: DialTurn = { ...turn, value: positionIn(dials, turn.strategy, turn.name) }
  const leaving = now.value === turn.value ? [] : rowsOf(now)
  const touched = new Set([...leaving, ...rowsOf(turn)].map(({ difference }) => difference))
  return [...touched].flatMap((difference) => [
    ...changeAtOnce(dials, now, turn, difference),
    ...changesWithMore(dials, turn, difference),
  ])
}

const rowsOf = ({ strategy, name, value }: DialTurn): DialEffect[] =>
  DIAL_EFFECTS.filter((effect) => effect.strategy === strategy && effect.turn[name] === value)

function changeAtOnce(dials: Dials, now: DialTurn, turn: DialTurn, difference: DifferenceName): Change[] {
  const from = declared(dials, now, difference)
  const to = declared(dials, turn, difference)
  return same(from, to) ? [] : [{ difference, from, to, needs: [] }]
}

function changesWithMore(dials: Dials, turn: DialTurn, difference: DifferenceName): Change[] {
  const from = declared(dials, turn, difference)
  return rowsOf(turn)
    .filter((effect) => effect.difference === difference && !same(from, effect.becomes))
    .map((effect) => ({ from, to: effect.becomes, needs: missing(dials, turn, effect), difference }))
    .filter(({ needs }) => needs.length > 0)
}

/** Of the rows that hold with this dial so, the one that names it, then the one that names most. */
function declared(dials: Dials, turn: DialTurn, difference: DifferenceName): unknown {
  const holding = DIAL_EFFECTS.filter(
    (effect) =>
      effect.strategy === turn.strategy &&
      effect.difference === difference &&
      positionWith(dials, turn, turn.name) === (effect.turn[turn.name] ?? turn.value) &&
      missing(dials, turn, effect).length === 0,
  )
  const weight = ({ turn: named }: DialEffect) => (turn.name in named ? 100 : 0) + Object.keys(named).length
  const [best] = holding.toSorted((a, b) => weight(b) - weight(a))
  return best ? best.becomes : DIFFERENCES[difference][turn.strategy]
}

function missing(dials: Dials, turn: DialTurn, effect: DialEffect): DialTurn[] {
  return Object.entries(effect.turn)
    .filter(([name, value]) => positionWith(dials, turn, name) !== value)
    .map(([name, value]) => ({ strategy: turn.strategy, name, value }))
}

const positionWith = (dials: Dials, turn: DialTurn, name: string): Position =>
  name === turn.name ? turn.value : positionIn(dials, turn.strategy, name)

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
