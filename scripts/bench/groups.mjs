// What is compared with what, in groups of at most six targets that take turns.
import { LANES } from '../faults/stage.mjs'
import { fillSessions } from './crowd.mjs'
import { FLOOR, reading, refreshing, signingIn, writing } from './targets.mjs'

/** Seconds in which the rows of others have to be written. */
const FILLED_WITHIN = 30

/**
 * @param stages `watched`, `crowded`
 * @param lanes of each stage, from `lanesOn`
 * @param sizes `requests` a slice, `slow` the same for what one visitor does after the other, `rows` in the crowded database
 * @returns groups in order. `share` of the time; `prepare` comes first and may return what undoes it; `targets` by name; `figures`: the
 * target `of` compared `to` another, at `most`; `what` and `lane` as in app/_pages/numbers/figures.ts
 */
export function groupsOf(stages, lanes, { requests, slow, rows }) {
  const quickly = (name, target) => ({ stage: stages[name], target, requests })
  const slowly = (target) => ({ stage: stages.watched, target, requests: slow })
  const floor = quickly('watched', FLOOR)
  const given = { stages, lanes, quickly, slowly, floor }
  return [
    readingCarts(given),
    changing(given),
    signingInAnew(given),
    refreshingTokens(given),
    ...rows.map((many) => amongRows(given, many)),
  ]
}

const eachLane = async (make) =>
  Object.fromEntries(await Promise.all(LANES.map(async (lane) => [lane, await make(lane)])))
const eachToFloor = (what) =>
  LANES.map((lane) => ({ goal: null, what, lane, of: lane, to: 'floor', most: null }))

const readingCarts = ({ lanes: { watched }, quickly, floor }) => ({
  name: 'reading',
  share: 2,
  targets: async () => ({
    floor,
    ...(await eachLane((lane) => quickly('watched', reading(watched[lane])))),
    me: quickly('watched', reading(watched.jwt, 'me')),
  }),
  figures: [
    { goal: 'G1', what: 'read', lane: 'cookie', of: 'cookie', to: 'floor', most: 1.6 },
    { goal: 'G2', what: 'read', lane: 'session', of: 'session', to: 'floor', most: 1.5 },
    { goal: 'G3', what: 'me', lane: 'jwt', of: 'me', to: 'floor', most: 1.25 },
    { goal: 'G3', what: 'read', lane: 'jwt', of: 'jwt', to: 'floor', most: 1.7 },
  ],
})

const changing = ({ lanes: { watched }, quickly, floor }) => ({
  name: 'changing',
  share: 2,
  targets: async () => ({ floor, ...(await eachLane((lane) => quickly('watched', writing(watched[lane])))) }),
  figures: eachToFloor('change'),
})

const signingInAnew = ({ stages: { watched }, slowly, floor }) => ({
  name: 'signing in',
  share: 1.5,
  targets: async () => ({
    floor,
    ...(await eachLane(async (lane) => slowly(await signingIn(watched.origin, lane)))),
  }),
  figures: eachToFloor('sign-in'),
})

const refreshingTokens = ({ stages: { watched }, slowly, floor }) => ({
  name: 'refreshing',
  share: 1,
  targets: async () => ({ floor, jwt: slowly(await refreshing(watched.origin)) }),
  figures: [{ goal: null, what: 'refresh', lane: 'jwt', of: 'jwt', to: 'floor', most: null }],
})

const amongRows = ({ stages: { watched, crowded }, lanes, quickly }, many) => ({
  name: `${many} rows`,
  share: 1,
  prepare: async (found) => {
    await fillSessions(watched.file, 100, FILLED_WITHIN)
    found.crowd = await fillSessions(crowded.file, many, FILLED_WITHIN)
    if (found.crowd.rows < many)
      throw new Error(`only ${found.crowd.rows} rows could be written in ${FILLED_WITHIN} s`)
  },
  targets: async () => ({
    few: quickly('watched', reading(lanes.watched.session)),
    many: quickly('crowded', reading(lanes.crowded.session)),
  }),
  figures: [{ goal: 'G5', what: 'among', lane: 'session', rows: many, of: 'many', to: 'few', most: 1.25 }],
})
