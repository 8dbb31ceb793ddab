/** How dials, clock and stores stood at each moment since the horizon: what a level is held against. */
import type { DeskAct } from '@/lib/reading/timeline/desk-act'
import type { LaneDials } from '@/lib/sandbox/world/settings'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import type { Artifact } from '@/lib/trace/model/artifact'
import type { OwnerAct } from '@/lib/trace/model/owner-act'
import type { Level } from '../goal'
import { eventsOf, type LessonEvent } from './events'
import type { LessonFacts } from './facts'
import type { Order } from './order'

export interface FoldMoment {
  order: Order
  dials: Readonly<Record<StrategyName, LaneDials>>
  clockAhead: number
  /** By lane: what lies there, by its id. */
  stores: Readonly<Record<StrategyName, ReadonlyMap<string, Artifact>>>
}

/** Without what is to be gone: that is asked for with `lies`. */
export function stands(level: Level, moment: FoldMoment): boolean {
  const { dial, clockAhead, row, browser } = level
  if (dial && moment.dials[dial.lane][dial.name] !== dial.value) return false
  if (clockAhead !== undefined && moment.clockAhead < clockAhead) return false
  if (row && !row.absent && !lies({ row }, moment)) return false
  return !browser || browser.absent === true || lies({ browser }, moment)
}

export function lies({ row, browser }: Pick<Level, 'row' | 'browser'>, { stores }: FoldMoment): boolean {
  const named = (of: { lane: StrategyName; name: string }, isThere: (one: Artifact) => boolean) =>
    [...stores[of.lane].values()].some((one) => one.name === of.name && isThere(one))
  if (row && !named(row, ({ place }) => place === 'row')) return false
  return !browser || named(browser, ({ side }) => side === 'browser')
}

/**
 * The first is how it stood at the horizon, the last how it stands now.
 * @param fresh what came after the horizon
 */
export function momentsOf(facts: LessonFacts, fresh: readonly LessonEvent[]): FoldMoment[] {
  const isFresh = new Set<unknown>(fresh.map(({ what }) => what))
  const known = eventsOf(facts)
  const [news = [], old = []] = [true, false].map((is) =>
    known.filter(({ what }) => isFresh.has(what) === is),
  )
  const settings = settingsOf(facts, news)
  let stores = old.reduce(storesAfter, NOTHING)
  const moments: FoldMoment[] = [{ order: old.at(-1)?.order ?? [0, 0], ...settings[0]!, stores }]
  for (const [i, event] of news.entries()) {
    stores = storesAfter(stores, event)
    moments.push({ order: event.order, ...settings[i + 1]!, stores })
  }
  return moments
}

const NOTHING = Object.fromEntries(
  STRATEGIES.map((lane) => [lane, new Map<string, Artifact>()]),
) as unknown as FoldMoment['stores']

type Setting = Pick<FoldMoment, 'dials' | 'clockAhead'>

/** Backwards from how they stand now: each act says what was before it. One more than there are events. */
function settingsOf({ dials, clockOffset }: LessonFacts, events: readonly LessonEvent[]): Setting[] {
  let setting: Setting = { dials, clockAhead: clockOffset }
  const found = [setting]
  for (const { kind, what } of events.toReversed()) {
    if (kind === 'act') setting = before(setting, what)
    found.unshift(setting)
  }
  return found
}

function before({ dials, clockAhead }: Setting, { wasOffsetSeconds, dials: turned = [] }: OwnerAct): Setting {
  const back = { ...dials }
  for (const { strategy, name, was } of turned)
    if (was !== undefined) back[strategy] = { ...back[strategy], [name]: was }
  return { dials: back, clockAhead: wasOffsetSeconds ?? clockAhead }
}

function storesAfter(stores: FoldMoment['stores'], { kind, what }: LessonEvent): FoldMoment['stores'] {
  if (kind === 'exchange') {
    const { strategy: lane, device, stored } = what
    // An exchange tells of its own device and of all rows.
    const others = [...stores[lane].values()].filter((one) => one.side === 'browser' && one.device !== device)
    return { ...stores, [lane]: byId([...others, ...stored.after]) }
  }
  return kind === 'desk' || kind === 'act' ? changedBy(stores, what) : stores
}

function changedBy(stores: FoldMoment['stores'], { changed = {} }: OwnerAct | DeskAct): FoldMoment['stores'] {
  const next = { ...stores }
  for (const lane of STRATEGIES) {
    const change = changed[lane]
    if (!change) continue
    const gone = new Set(change.before.map(({ id }) => id))
    next[lane] = byId([...[...stores[lane].values()].filter(({ id }) => !gone.has(id)), ...change.after])
  }
  return next
}

const byId = (artifacts: readonly Artifact[]) => new Map(artifacts.map((one) => [one.id, one]))
