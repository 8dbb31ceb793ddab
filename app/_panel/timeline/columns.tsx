'use client'
// All columns at once: with 500 of them a step back or forth draws two anew, not all.
import { cloneElement, useMemo } from 'react'
import { type Column, isStep } from '@/lib/reading/timeline/steps-of'
import { TimelineColumn } from './column'
import { type TimelineView, useLines } from './view'

/** @param at index of the chosen step */
export function useDrawnColumns(view: TimelineView, at: number) {
  const { rows, columns, shown } = view
  const lines = useLines(view)
  const plain = useMemo(
    () =>
      shown.map((i, n) => {
        const column = columns[i]!
        return (
          <TimelineColumn key={keyOf(column)} column={column} rows={rows} lines={lines[n]!} chosen={false} />
        )
      }),
    [columns, shown, rows, lines],
  )
  return useMemo(() => {
    const chosen = shown.findIndex((i) => isStep(columns[i]!, at))
    return chosen < 0 ? plain : plain.with(chosen, cloneElement(plain[chosen]!, { chosen: true }))
  }, [plain, columns, shown, at])
}

function keyOf(column: Column): string {
  if (column.kind === 'step') return column.step.key
  return column.kind === 'act' ? column.act.id : column.act.at
}
