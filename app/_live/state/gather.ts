/** Gathers what comes in until it is quiet: an act and the requests that it caused are one message. */

import type { DeskAct } from '@/lib/reading/timeline/desk-act'
import type { Heard } from '@/lib/reading/told/scene'
import type { VisitorDevice } from '@/lib/reading/visitor-device'
import { VISITOR_DEVICES } from '@/lib/reading/visitor-device'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import type { OwnerAct } from '@/lib/trace/model/owner-act'
import { useLive } from './store'
import { listLoaded } from './timeline-state'
import type { LiveState } from './types'

/** Nothing came for so long, and nothing is on its way: that was all. Milliseconds. */
const QUIET = 250
/** A hundred requests do not keep the page silent. Milliseconds. */
const LONGEST = 2000

/** What was told, or was there when the page came. It outlives the page: another one tells nothing twice. */
const told = { seq: null as number | null, acts: new Set<string>(), opened: false }

const keyOf = (act: DeskAct | OwnerAct) => ('id' in act ? act.id : act.at)

/** What was there when the page came is no news; what came before somebody listened is. */
const known = listLoaded.then(({ seq, acts }) => {
  told.seq = seq
  for (const act of acts) told.acts.add(keyOf(act))
})

// A new sandbox counts from 1 again, also where it was opened on a page that tells nothing.
useLive.subscribe(({ exchanges }) => {
  if (exchanges.length === 0 && told.seq !== null) told.seq = 0
})

interface News {
  exchanges: Exchange[]
  desk: DeskAct[]
  acts: OwnerAct[]
  taken: VisitorDevice | null
  unanswered: StrategyName[]
}

const nothing = (): News => ({ exchanges: [], desk: [], acts: [], taken: null, unanswered: [] })

/** @returns stops listening */
export function gather(tell: (heard: Heard) => void): () => void {
  let news = nothing()
  let since = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    timer = undefined
    const late = Date.now() - since > LONGEST
    if (!late && isBusy(useLive.getState())) return wait()
    const heard: Heard = { ...news, opening: !told.opened }
    told.opened = true
    news = nothing()
    tell(heard)
  }
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(flush, QUIET)
  }
  const listen = (now: LiveState, before: LiveState | null) => {
    if (!take(news, now, before)) return
    if (timer === undefined) since = Date.now()
    wait()
  }
  const stop = useLive.subscribe(listen)
  void known.then(() => listen(useLive.getState(), null))
  return () => {
    stop()
    clearTimeout(timer)
  }
}

/** @returns whether anything came */
function take(news: News, now: LiveState, before: LiveState | null): boolean {
  const fresh = {
    exchanges: freshExchanges(now),
    desk: freshActs(now.desk),
    acts: freshActs(now.acts),
    unanswered: before ? STRATEGIES.filter((lane) => isUnanswered(lane, now, before)) : [],
  }
  const taken = before && now.device !== before.device && now.sandbox === before.sandbox
  news.exchanges.push(...fresh.exchanges)
  news.desk.push(...fresh.desk)
  news.acts.push(...fresh.acts)
  news.unanswered = STRATEGIES.filter((lane) => [...news.unanswered, ...fresh.unanswered].includes(lane))
  if (taken) news.taken = now.device
  return taken === true || Object.values(fresh).some(({ length }) => length > 0)
}

function freshExchanges({ exchanges }: LiveState): readonly Exchange[] {
  const newest = exchanges.at(-1)?.seq ?? 0
  if (told.seq === null || newest <= told.seq) return []
  const before = told.seq
  told.seq = newest
  return exchanges.filter(({ seq }) => seq > before)
}

function freshActs<Act extends DeskAct | OwnerAct>(all: readonly Act[]): readonly Act[] {
  if (told.seq === null) return []
  const fresh = all.filter((act) => !told.acts.has(keyOf(act)))
  for (const act of fresh) told.acts.add(keyOf(act))
  return fresh
}

/** An act that no answer came to; a password that this site does not know was never sent. */
function isUnanswered(lane: StrategyName, now: LiveState, before: LiveState): boolean {
  return VISITOR_DEVICES.some((device) => {
    const { last } = now.shops[lane][device]
    return last !== before.shops[lane][device].last && last?.status === 0 && last.code === null
  })
}

const isBusy = ({ shops }: LiveState) =>
  STRATEGIES.some((lane) => VISITOR_DEVICES.some((device) => shops[lane][device].busy))
