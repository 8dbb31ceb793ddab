/** The map of the timeline as paths of an SVG: however many exchanges there are, each kind of mark of a lane is one. Pure. */
import type { Span } from '@/lib/reading/timeline/access'
import { type MarkKind, markOf } from '@/lib/reading/timeline/marks'
import type { Column } from '@/lib/reading/timeline/steps-of'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import type { TimelineView } from '../view'

/** CSS pixels. */
export const MAP_HEIGHT = 36

export interface LanePaths {
  lane: StrategyName
  /** Signed in, and as a guest. */
  line: string
  guest: string
  marks: Record<MarkKind, string>
  /** On the blocks, where they are large enough for it. */
  crosses: string
  /** Under what stored something: its rows. */
  rows: string
}

export interface MapPaths {
  lanes: LanePaths[]
  /** Forced sign-outs cut through all lanes; other acts cut less deep. */
  desk: string
  acts: string
  /** Thickness of lines. */
  ink: number
}

type Mapped = Pick<TimelineView, 'lanes' | 'rows' | 'columns' | 'shown' | 'stops' | 'spans'>

/** What is to come has its place at the right end. */
const restOf = (width: number) => Math.min(64, width / 8)

/** Where the stops stand. */
export const pitchOf = (width: number, stops: number) => (width - restOf(width)) / Math.max(1, stops)

export const centreOf = (width: number, stops: number, at: number) => (at + 0.5) * pitchOf(width, stops)

/** The stop that lies nearest to a place. */
export const stopAt = (width: number, stops: number, x: number) =>
  Math.max(0, Math.min(stops - 1, Math.floor(x / pitchOf(width, stops))))

export const heightOf = (lanes: readonly StrategyName[], lane: StrategyName) =>
  (MAP_HEIGHT * (lanes.indexOf(lane) + 0.5)) / lanes.length

/** @param isShown what the filter leaves */
export function mapOf(view: Mapped, width: number, isShown: (exchange: Exchange) => boolean): MapPaths {
  const { lanes, stops } = view
  const x = (at: number) => centreOf(width, stops.length, at)
  const size = sizeOf(pitchOf(width, stops.length))
  const cut = (kind: Column['kind']) =>
    stops.map((stop, at) => (stop.kind === kind ? `M${round(x(at))} 0V${MAP_HEIGHT}` : '')).join('')
  return {
    lanes: STRATEGIES.filter((lane) => lanes.includes(lane)).map((lane) => {
      const y = heightOf(lanes, lane)
      return { lane, ...linesOf(view, lane, x, y), ...marksOf(stops, lane, { x, y, size, isShown }) }
    }),
    desk: cut('desk'),
    acts: cut('act'),
    ink: size < 2 ? 1 : 1.5,
  }
}

/** Radius of a circle: smaller where they stand close. */
const sizeOf = (pitch: number) => Math.max(1, Math.min(3, pitch / 3))

/** What any device has of a lane, one over the other. */
function linesOf(
  { rows, shown, spans, columns }: Mapped,
  lane: StrategyName,
  x: (at: number) => number,
  y: number,
) {
  const own = spans.filter((_, i) => rows[i]!.lane === lane).flat()
  const place = placesOf(shown, columns.length)
  const draw = ({ from, to }: Span) =>
    `M${round(x(place[from]!))} ${round(y)}H${round(x(place[to ?? columns.length - 1]!))}`
  return {
    line: own
      .filter(({ signedIn }) => signedIn)
      .map(draw)
      .join(''),
    guest: own
      .filter(({ signedIn }) => !signedIn)
      .map(draw)
      .join(''),
  }
}

/** Of each column; of one that is left out, the place between its neighbours. */
function placesOf(shown: readonly number[], columns: number): number[] {
  const places: number[] = []
  for (let column = 0, before = 0; column < columns; column++)
    places.push(shown[before] === column ? before++ : before - 0.5)
  return places
}

interface Drawing {
  x(at: number): number
  y: number
  size: number
  isShown(exchange: Exchange): boolean
}

function marksOf(stops: readonly Column[], lane: StrategyName, { x, y, size, isShown }: Drawing) {
  const marks: Record<MarkKind, string> = { read: '', wrote: '', refused: '', none: '' }
  let crosses = ''
  let rows = ''
  stops.forEach((stop, at) => {
    const exchange = stop.kind === 'step' ? stop.step.exchanges[lane] : undefined
    if (!exchange || !isShown(exchange)) return
    const kind = markOf(exchange)
    marks[kind] += kind === 'refused' ? block(x(at), y, size + 1) : circle(x(at), y, size)
    if (kind === 'refused' && size >= 3) crosses += cross(x(at), y, 2)
    if (kind === 'wrote' && size >= 2)
      rows += `M${round(x(at) - size)} ${round(y + size + 2)}h${round(2 * size)}`
  })
  return { marks, crosses, rows }
}

const circle = (x: number, y: number, r: number) =>
  `M${round(x - r)} ${round(y)}a${round(r)} ${round(r)} 0 1 0 ${round(2 * r)} 0a${round(r)} ${round(r)} 0 1 0 ${round(-2 * r)} 0`

const block = (x: number, y: number, half: number) =>
  `M${round(x - half)} ${round(y - half)}h${round(2 * half)}v${round(2 * half)}h${round(-2 * half)}z`

const cross = (x: number, y: number, half: number) =>
  `M${round(x - half)} ${round(y - half)}l${2 * half} ${2 * half}m0 ${-2 * half}l${-2 * half} ${2 * half}`

const round = (n: number) => Math.round(n * 10) / 10
