/** What was there when a step came under way: it does not count for the step. */
import { epochOf, numberOf } from '@/lib/trace/model/epoch'
import type { Exchange } from '@/lib/trace/model/exchange'
import type { LessonFacts } from './facts'

export interface Horizon {
  sandbox: string
  /** Of the newest exchange, and its number; '' and 0: there was none. */
  epoch: string
  seq: number
  /** Of the newest act of the owner. */
  actEpoch: string
  act: number
  /** Times of the newest: of all that the server told of, of the forced sign-outs, and of what this browser's clock dates. */
  at: string
  desk: string
  here: string
}

type Told = Pick<LessonFacts, 'exchanges' | 'desk' | 'acts' | 'runs'>

/** @param floor what was known before, and may have been let go meanwhile */
export function horizonOf(sandbox: string, told: Told, floor: Horizon = dawnOf(sandbox)): Horizon {
  const { exchanges, desk, acts, runs } = told
  const newest = exchanges.at(-1)
  const act = acts.at(-1)
  return {
    sandbox,
    epoch: newest ? epochOf(newest) : floor.epoch,
    seq: newest?.seq ?? floor.seq,
    actEpoch: act ? numberOf(act).epoch : floor.actEpoch,
    act: act ? numberOf(act).number : floor.act,
    at: newestOf(floor.at, [...exchanges, ...desk, ...acts]),
    desk: newestOf(floor.desk, desk),
    here: newestOf(floor.here, runs),
  }
}

const newestOf = (floor: string, dated: readonly { at: string }[]) =>
  dated.reduce((newest, { at }) => (at > newest ? at : newest), floor)

/** What came after the horizon. Of another sandbox all of it did. */
export function since<F extends Told>(horizon: Horizon, facts: F): F {
  const exchanges = facts.exchanges.filter((one) => isNew(horizon, one))
  const acts = facts.acts.filter((one) => {
    const { epoch, number } = numberOf(one)
    return epoch === horizon.actEpoch ? number > horizon.act : one.at > horizon.at
  })
  const desk = facts.desk.filter(({ at }) => at > horizon.desk)
  const runs = facts.runs.filter(({ at }) => at > horizon.here)
  return { ...facts, exchanges, acts, desk, runs }
}

/** Numbers count within an epoch; after a restart of the server only times tell. */
const isNew = ({ epoch, seq, at }: Horizon, exchange: Exchange) =>
  epochOf(exchange) === epoch ? exchange.seq > seq : exchange.at > at

/** Before anything happened there. */
export const dawnOf = (sandbox: string): Horizon => ({
  sandbox,
  epoch: '',
  seq: 0,
  actEpoch: '',
  act: 0,
  at: '',
  desk: '',
  here: '',
})
