/** How far a goal is reached. Edges stay once they happened; levels must hold together when all edges have. Pure. */
import { STRATEGIES } from '@/lib/strategies/strategy'
import type { Goal, Level } from '../goal'
import type { LessonEvent } from './events'
import { joined, type Marks, markOf, type SeenMark } from './marks'
import { type Edge, isIt } from './matches'
import { byOrder, isLater, latest, type Order } from './order'
import { type FoldMoment, lies, stands } from './standing'

export interface Reach {
  /** When all of it has been; null: it has not. */
  at: Order | null
  /** What was seen of it, to be kept. */
  marks: Marks
  /** What reached it, as far as it goes. */
  hits: readonly SeenMark[]
}

interface Looked {
  events: readonly LessonEvent[]
  /** At the horizon, then after each event. Asked for only where a goal has levels. */
  moments: () => readonly FoldMoment[]
  /** As kept so far. */
  marks: Marks
  /** How dials and clock have to stand for an edge to count. */
  under?: readonly Level[]
}

/** Of a part: when its edges had happened, and whether its levels hold at a moment after that; null: it has none. */
interface Part extends Reach {
  holds: ((moment: FoldMoment) => boolean) | null
}

export function reachOf(goal: Goal, looked: Looked): Reach {
  const { at, marks, hits, holds } = partOf(goal, '', null, looked)
  if (!at || !holds) return { at, marks, hits }
  const held = looked.moments().find((one) => !isLater(at, one.order) && holds(one))
  return { at: held ? latest([at, held.order]) : null, marks, hits }
}

/** @param after null: whenever */
function partOf(goal: Goal, place: string, after: Order | null, looked: Looked): Part {
  if ('holds' in goal) return levelOf(goal.holds, place, after, looked)
  if ('all' in goal) return allOf(goal.all, place, after, looked)
  if ('any' in goal) return anyOf(goal.any, place, after, looked)
  if ('inOrder' in goal) return inOrderOf(goal.inOrder, place, after, looked)
  return edgeOf(goal, place, after, looked)
}

function edgeOf(edge: Edge, place: string, after: Order | null, looked: Looked): Part {
  const { events, moments, marks, under: levels = [] } = looked
  const isUnder = (i: number) => levels.every((level) => stands(level, moments()[i + 1]!))
  const fresh = events.filter(
    (one, i) => (!after || isLater(one.order, after)) && isIt(edge, one) && isUnder(i),
  )
  const seen = joined(marks[place] ?? [], fresh.map(markOf))
  const times = ('seen' in edge && edge.times) || 1
  const everyLane = 'seen' in edge && edge.everyLane
  const lists = everyLane ? STRATEGIES.map((name) => seen.filter(({ lane }) => lane === name)) : [seen]
  const hits = lists.flatMap((list) => list.slice(0, times)).sort((one, other) => byOrder(one.at, other.at))
  const isReached = lists.every(({ length }) => length >= times)
  return { at: isReached ? hits.at(-1)!.at : null, marks: kept(place, hits), hits, holds: null }
}

const kept = (place: string, hits: readonly SeenMark[]): Marks => (hits.length > 0 ? { [place]: hits } : {})

/** What is to be gone has been there before; in an order, it is passed when it has held once. */
function levelOf(level: Level, place: string, after: Order | null, looked: Looked): Part {
  const { marks } = looked
  const moments = looked.moments()
  const there = joined(
    marks[`${place}?`] ?? [],
    goneOf(level).flatMap((gone, i) =>
      moments
        .filter((one) => lies(gone, one))
        .map(isThere(i))
        .slice(0, 1),
    ),
  )
  const seen = goneOf(level).map((gone, i) => ({ gone, first: there.find(({ id }) => id === `there ${i}`) }))
  const holds = (moment: FoldMoment) =>
    stands(level, moment) &&
    seen.every(({ gone, first }) => first && !isLater(first.at, moment.order) && !lies(gone, moment))
  const found = moments.find((one) => (!after || !isLater(after, one.order)) && holds(one))
  const held = marks[place] ?? (found ? [{ id: 'held', lane: null, at: found.order }] : [])
  return {
    at: held[0]?.at ?? null,
    marks: { ...kept(`${place}?`, there), ...kept(place, held) },
    hits: [],
    holds,
  }
}

const isThere =
  (i: number) =>
  ({ order }: FoldMoment): SeenMark => ({ id: `there ${i}`, lane: null, at: order })

const goneOf = ({ row, browser }: Level): Pick<Level, 'row' | 'browser'>[] => [
  ...(row?.absent ? [{ row }] : []),
  ...(browser?.absent ? [{ browser }] : []),
]

const under = (place: string, i: number) => (place ? `${place}.${i}` : String(i))

/** What is done while a dial stands elsewhere is another act. */
function withLevels(goals: readonly Goal[], looked: Looked): Looked {
  const levels = goals.flatMap((goal) => ('holds' in goal ? [goal.holds] : []))
  const settings = levels.map(({ dial, clockAhead }) => ({ dial, clockAhead }))
  return { ...looked, under: [...(looked.under ?? []), ...settings] }
}

function allOf(goals: readonly Goal[], place: string, after: Order | null, given: Looked): Part {
  const looked = withLevels(goals, given)
  return together(goals.map((goal, i) => partOf(goal, under(place, i), after, looked)))
}

function inOrderOf(goals: readonly Goal[], place: string, after: Order | null, given: Looked): Part {
  const looked = withLevels(goals, given)
  const parts: Part[] = []
  for (const [i, goal] of goals.entries()) {
    const before: Order | null = i === 0 ? after : parts[i - 1]!.at
    if (i > 0 && !before) break
    parts.push(partOf(goal, under(place, i), before, looked))
  }
  return together(parts, goals.length)
}

const isHeld = ({ holds }: Part, moment: FoldMoment) => holds === null || holds(moment)

function together(parts: readonly Part[], asked = parts.length): Part {
  const times = parts.map(({ at }) => at)
  const isReached = parts.length === asked && times.every((at) => at !== null)
  return {
    at: isReached ? latest(times as Order[]) : null,
    marks: Object.assign({}, ...parts.map(({ marks }) => marks)),
    hits: parts.flatMap(({ hits }) => hits),
    holds: parts.some(({ holds }) => holds) ? (moment) => parts.every((part) => isHeld(part, moment)) : null,
  }
}

/** The first that was reached. */
function anyOf(goals: readonly Goal[], place: string, after: Order | null, looked: Looked): Part {
  const parts = goals.map((goal, i) => partOf(goal, under(place, i), after, looked))
  const reached = parts.filter(({ at }) => at !== null).sort((one, other) => byOrder(one.at!, other.at!))
  const all = together(parts)
  return {
    ...all,
    at: reached[0]?.at ?? null,
    hits: reached[0]?.hits ?? all.hits,
    holds: all.holds && ((moment) => reached.some((part) => isHeld(part, moment))),
  }
}
