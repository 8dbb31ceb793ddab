'use client'
// Moves the focus over the table: to the sides along the steps, up and down over what is in one.
import type { KeyboardEvent, RefObject } from 'react'
import { plainKey } from '@/app/_ui/plain-key'
import type { Column } from '@/lib/reading/timeline/steps-of'
import { moveBy } from '../stops'

type Box = RefObject<HTMLElement | null>

/** @param run where the steps lead: to the right in a table, down in a list */
export function useTableKeys(
  box: Box,
  stops: readonly Column[],
  at: number,
  run: 'right' | 'down' = 'right',
) {
  return (event: KeyboardEvent) => {
    const pressed = plainKey(event) ?? ''
    const key = run === 'down' ? (TURNED[pressed] ?? pressed) : pressed
    if (key === 'ArrowUp' || key === 'ArrowDown') {
      if (moveWithin(box, key === 'ArrowUp' ? -1 : 1)) event.preventDefault()
      return
    }
    const place = placeOfFocus() ?? at
    const next = moveBy(key, stops, place)
    if (next === null) return
    event.preventDefault()
    focus(headOf(box, next))
  }
}

/** A list is the table on its side. */
const TURNED: Record<string, string> = {
  ArrowUp: 'ArrowLeft',
  ArrowDown: 'ArrowRight',
  ArrowLeft: 'ArrowUp',
  ArrowRight: 'ArrowDown',
}

/** From a mark it goes on from its own step, not from the chosen one. */
function placeOfFocus(): number | null {
  const { stop, mark } = (document.activeElement as HTMLElement | null)?.dataset ?? {}
  const place = stop ?? mark
  return place === undefined ? null : Number(place)
}

function moveWithin(box: Box, by: 1 | -1): boolean {
  const place = placeOfFocus()
  if (place === null) return false
  const all = [
    headOf(box, place),
    ...(box.current?.querySelectorAll<HTMLElement>(`[data-mark="${place}"]`) ?? []),
  ]
  const next = all[all.indexOf(document.activeElement as HTMLElement) + by]
  focus(next)
  return next !== undefined
}

const headOf = ({ current }: Box, place: number) =>
  current?.querySelector<HTMLElement>(`[data-stop="${place}"]`)

const focus = (button: HTMLElement | null | undefined) => button?.focus({ preventScroll: true })
