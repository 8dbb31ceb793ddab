'use client'
// Chooses by key, by a click and by dragging.
import { type KeyboardEvent, memo, type PointerEvent, useMemo, useRef } from 'react'
import { plainKey } from '@/app/_ui/plain-key'
import { useText } from '@/lib/i18n/client'
import { isShown } from '../filter'
import { useStopName } from '../stop-name'
import { choose, moveBy } from '../stops'
import { type TimelineView, usePlace } from '../view'
import { centreOf, MAP_HEIGHT, type MapPaths, mapOf, pitchOf, stopAt } from './map-of'
import { Rest } from './rest'
import { useWidth } from './use-width'

/** A map of every exchange, and a slider along it: one stop of the Tab key. */
export function TimelineMap({ view }: { view: TimelineView }) {
  const t = useText('inspector')
  const words = useText('timeline')
  const nameOf = useStopName(view.lanes)
  const at = usePlace(view)
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const paths = useMemo(() => mapOf(view, width, (exchange) => isShown(exchange, view.hidden)), [view, width])
  const { stops } = view
  return (
    <div
      ref={box}
      role="slider"
      tabIndex={0}
      aria-label={t('timeline.scrub')}
      aria-valuemin={1}
      aria-valuemax={Math.max(1, stops.length)}
      aria-valuenow={Math.max(0, at) + 1}
      aria-valuetext={stops[at] ? nameOf(stops[at]) : words('filter.some', view.count)}
      className="h-9 min-w-0 flex-1 cursor-pointer focus-visible:outline-offset-0"
      onKeyDown={(event: KeyboardEvent) => {
        if (moveBy(plainKey(event), stops, at) !== null) event.preventDefault()
      }}
      {...dragOver(view, at)}
    >
      <svg aria-hidden="true" width={width} height={MAP_HEIGHT} className="block overflow-visible">
        {at >= 0 && <Chosen x={centreOf(width, stops.length, at)} pitch={pitchOf(width, stops.length)} />}
        <Paths paths={paths} />
        <Rest view={view} width={width} />
      </svg>
    </div>
  )
}

/** A press chooses what lies nearest, an act too; drawn on, the steps. */
function dragOver({ stops }: TimelineView, at: number) {
  const nearest = ({ currentTarget, clientX }: PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect()
    return stopAt(width, stops.length, clientX - left)
  }
  return {
    onPointerDown: (event: PointerEvent) => {
      const stop = stops[nearest(event)]
      if (event.button !== 0 || !stop) return
      event.currentTarget.setPointerCapture(event.pointerId)
      choose(stop)
    },
    onPointerMove: (event: PointerEvent) => {
      if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
      const next = nearest(event)
      if (next !== at && stops[next]?.kind === 'step') choose(stops[next])
    },
  }
}

function Chosen({ x, pitch }: { x: number; pitch: number }) {
  const width = Math.max(10, Math.min(32, pitch))
  return (
    <rect
      x={x - width / 2}
      width={width}
      height={MAP_HEIGHT}
      className="fill-mark-2 stroke-2 forced-colors:fill-none forced-colors:stroke-[Highlight]"
    />
  )
}

const Paths = memo(drawPaths)

function drawPaths({ paths }: { paths: MapPaths }) {
  const { lanes, desk, acts, ink } = paths
  return (
    <g fill="none" strokeWidth={ink} className="stroke-ink forced-colors:stroke-[CanvasText]">
      <path d={acts} strokeDasharray="2 2" />
      <path d={desk} />
      {lanes.map(({ lane, line, guest, marks, crosses, rows }) => (
        <g key={lane} className={`lane-${lane}`}>
          <g className="stroke-lane forced-colors:stroke-[CanvasText]">
            <path d={guest} strokeWidth={0.75} />
            <path d={line} />
            <path d={marks.read + marks.wrote} className="fill-surface" />
            <path d={rows} />
            <path d={marks.none} strokeDasharray="1.5 1.5" className="fill-surface" />
          </g>
          <path d={marks.refused} stroke="none" className="fill-inverse forced-colors:fill-[CanvasText]" />
          <path d={crosses} strokeWidth={1} className="stroke-on-inverse forced-colors:stroke-[Canvas]" />
        </g>
      ))}
    </g>
  )
}
