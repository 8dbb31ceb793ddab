/** The timeline as this tab knows it: what the event stream and the list of exchanges bring into the store. */
import type { RunReport } from '@/lib/labs/run/run'
import type { DeskAct } from '@/lib/reading/timeline/desk-act'
import { stepsOf } from '@/lib/reading/timeline/steps-of'
import type { Dials } from '@/lib/strategies/dials'
import type { Exchange } from '@/lib/trace/model/exchange'
import type { OwnerAct } from '@/lib/trace/model/owner-act'
import { takeDials } from '../dials/dials'
import { noteClock } from '../requests/clock'
import { type ClockAnswer, control, type ExchangesAnswer } from '../requests/control'
import { isOk } from '../requests/http'
import { mergeExchanges, missedBefore } from './merge'
import { addDeskAct, addOwnerAct, useLive } from './store'
import { type LiveState, MOST_EXCHANGES } from './types'

export type StreamEvent =
  | { type: 'exchange'; data: Exchange }
  | { type: 'clock'; data: ClockAnswer }
  | { type: 'desk'; data: DeskAct }
  | { type: 'act'; data: OwnerAct }
  | { type: 'settings'; data: { settings: Dials } }
  | { type: 'lab'; data: { run: RunReport } }
  | { type: 'ends'; data: { at: string } }
  | { type: 'reset' }

export function take(event: StreamEvent): void {
  if (event.type === 'clock') noteClock(event.data)
  else if (event.type === 'desk') addDeskAct(event.data)
  else if (event.type === 'act') addOwnerAct(event.data)
  else if (event.type === 'settings') takeDials(event.data)
  else if (event.type === 'lab') useLive.setState({ labRun: event.data.run })
  else if (event.type === 'ends') useLive.setState({ closesAt: event.data.at })
  else if (event.type === 'reset') void load()
  else takeExchange(event.data)
}

function takeExchange(exchange: Exchange) {
  const { exchanges } = useLive.getState()
  keep([exchange])
  if (missedBefore(exchanges, exchange)) void load(exchanges.at(-1)!.seq)
}

/** What was there before this page; whatever else comes is news, however late somebody listens. */
interface BeforePage {
  /** Of the newest exchange; what the stream told of in the meantime is newer. */
  seq: number
  acts: readonly (DeskAct | OwnerAct)[]
}

const loaded = Promise.withResolvers<BeforePage>()

/** Resolves when the list of exchanges was asked for and has been answered once. */
export const listLoaded: Promise<BeforePage> = loaded.promise

/** Without `after`: everything anew; what is there stays on screen until the answer comes. */
export async function load(after?: number): Promise<void> {
  const { exchanges: old, desk: oldDesk, acts: oldActs } = useLive.getState()
  const answer = await control<ExchangesAnswer>('GET', `/exchanges?after=${after ?? 0}`)
  if (!isOk(answer) || !answer.body) return loaded.resolve({ seq: 0, acts: [] })
  const { exchanges, more, desk, acts } = answer.body
  // Events may have come meanwhile: only what was there before is replaced. In one go, so that nobody takes it for a new sandbox.
  const gone = new Set<unknown>(after === undefined ? [...old, ...oldDesk, ...oldActs] : [])
  const stays = (known: unknown) => !gone.has(known)
  const streamed = useLive.getState().exchanges.find(stays)?.seq
  keep(exchanges, stays)
  useLive.setState(({ desk: nowDesk, acts: nowActs }) => ({
    desk: nowDesk.filter(stays),
    acts: nowActs.filter(stays),
  }))
  for (const act of desk) addDeskAct(act)
  for (const act of acts) addOwnerAct(act)
  if (more && exchanges.length > 0) await load(exchanges.at(-1)!.seq)
  const now = useLive.getState()
  loaded.resolve({
    seq: streamed ? streamed - 1 : (exchanges.at(-1)?.seq ?? after ?? 0),
    acts: [...now.desk, ...now.acts],
  })
}

function keep(incoming: readonly Exchange[], stays: (known: Exchange) => boolean = () => true) {
  useLive.setState((state) => {
    const exchanges = mergeExchanges(state.exchanges.filter(stays), incoming, MOST_EXCHANGES)
    // Numbers begin at 1 and leave none out.
    const dropped = (exchanges[0]?.seq ?? 1) - 1
    const cursor = dropped > state.dropped ? samePlace(state, exchanges) : state.cursor
    return { exchanges, dropped, cursor }
  })
}

/** The cursor counts steps: when old ones go, it moves with its step, or stays at the oldest. */
function samePlace({ exchanges, desk, cursor }: LiveState, next: readonly Exchange[]): number | null {
  const chosen = cursor === null ? undefined : stepsOf(exchanges, desk)[cursor]
  if (!chosen) return cursor
  const ids = Object.values(chosen.exchanges).map(({ id }) => id)
  const index = stepsOf(next, desk).findIndex((step) =>
    Object.values(step.exchanges).some(({ id }) => ids.includes(id)),
  )
  return Math.max(0, index)
}
