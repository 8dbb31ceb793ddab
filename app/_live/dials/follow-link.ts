'use client'
// Turns the dials as a link asks, once that was agreed to.
import { useLive } from '../state/store'
import { turn } from './asked'
import { movesOf } from './dial-links'
import type { DialTurn } from './dial-list'
import { decline, useLink } from './link'

/** Of the link, what would move a dial. */
function asksFor(): readonly DialTurn[] {
  return movesOf(useLive.getState().dials, useLink.getState().turns ?? [])
}

/** @returns do the dials stand as the link asks? */
export async function follow(): Promise<boolean> {
  const moves = asksFor()
  if (moves.length > 0) await turn(moves)
  const follows = asksFor().length === 0
  decline()
  return follows
}
