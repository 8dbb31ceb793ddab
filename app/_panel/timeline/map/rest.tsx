'use client'
// Goes when the last credential has reached its end.
import { useLeft } from '../left'
import type { TimelineView } from '../view'
import { centreOf, heightOf } from './map-of'

/** Dashed after now: on some device this lane still lets in, until a time that is known. */
export function Rest({ view, width }: { view: TimelineView; width: number }) {
  const { lanes, stops } = view
  const left = useLeft(view)
  const from = centreOf(width, stops.length, stops.length - 1)
  return lanes.map((lane) => {
    const isDue = view.rows.some((row, i) => row.lane === lane && left(i).seconds !== null)
    const y = heightOf(lanes, lane)
    return (
      isDue && (
        <path
          key={lane}
          d={`M${from + 6} ${y}H${width}`}
          strokeDasharray="3 3"
          className={`lane-${lane} fill-none stroke-lane stroke-[1.5] forced-colors:stroke-[CanvasText]`}
        />
      )
    )
  })
}
