// What is compared with what, in groups of at most six targets that take turns.
import { LANES } from '../faults/stage.mjs'
import { fillSessions } from './crowd.mjs'
import { FLOOR, reading, refreshing, signingIn, writing } from './targets.mjs'

/**
 * @param stages `watched`, `unwatched` (TRACE=0), `crowded`
 * @param lanes of each stage, from `lanesOn`
 * @param sizes `requests` a slice, `slow` the same for what one visitor does after the other, `rows` in the crowded database
 * @returns groups in order: `prepare` comes first and may return what undoes it; `figures` are [goal, name, measured, against, most]
 */
export function groupsOf({ watched, unwatched, crowded }, lanes, { requests, slow, rows }) {
  const on = lanes.watched
  const quickly = (stage, target) => ({ stage, target, requests })
  const floor = quickly(watched, FLOOR)
  const perLane = (make) => Object.fromEntries(LANES.flatMap((lane) => Object.entries(make(lane))))
  const traces = perLane((lane) => ({
    [`${lane} untraced`]: quickly(unwatched, reading(lanes.unwatched[lane])),
    [`${lane} traced`]: quickly(watched, reading(on[lane])),
  }))
  const traceFigures = (how, most) =>
    LANES.map((lane) => [
      'G6',
      `${lane}: ${how}, to not recorded`,
      `${lane} traced`,
      `${lane} untraced`,
      most,
    ])
  return [
    {
      name: 'reading',
      share: 2,
      targets: async () => ({
        floor,
        ...perLane((lane) => ({ [`${lane} cart`]: quickly(watched, reading(on[lane])) })),
        'jwt me': quickly(watched, reading(on.jwt, 'me')),
      }),
      figures: [
        ['G1', 'cookie: read the cart', 'cookie cart', 'floor', 1.6],
        ['G2', 'session: read the cart', 'session cart', 'floor', 1.5],
        ['G3', 'jwt: who is it', 'jwt me', 'floor', 1.25],
        ['G3', 'jwt: read the cart', 'jwt cart', 'floor', 1.7],
      ],
    },
    {
      name: 'changing',
      share: 1,
      targets: async () => ({
        floor,
        ...perLane((lane) => ({ [lane]: quickly(watched, writing(on[lane])) })),
      }),
      figures: LANES.map((lane) => [null, `${lane}: change a quantity`, lane, 'floor', null]),
    },
    {
      name: 'signing in',
      share: 1.5,
      targets: async () => ({
        floor,
        ...Object.fromEntries(
          await Promise.all(
            LANES.map(async (lane) => [
              lane,
              { stage: watched, target: await signingIn(watched.origin, lane), requests: slow },
            ]),
          ),
        ),
      }),
      figures: LANES.map((lane) => [
        null,
        `${lane}: sign in, with the password the sandbox came with`,
        lane,
        'floor',
        null,
      ]),
    },
    {
      name: 'refreshing',
      share: 1,
      targets: async () => ({
        floor,
        jwt: { stage: watched, target: await refreshing(watched.origin), requests: slow },
      }),
      figures: [[null, 'jwt: refresh', 'jwt', 'floor', null]],
    },
    {
      name: 'recording',
      share: 2,
      targets: async () => traces,
      figures: traceFigures('recorded, nobody watches', 1.05),
    },
    {
      name: 'recording, with a panel open',
      share: 2,
      prepare: () => listenTo(on.cookie.owner, watched),
      targets: async () => traces,
      figures: traceFigures('recorded and watched', 1.15),
    },
    ...rows.map((many) => ({
      name: `${many} rows`,
      share: 1,
      prepare: async (found) => {
        await fillSessions(watched.file, 100, 10)
        found.crowd = await fillSessions(crowded.file, many, 30)
        if (found.crowd.rows < many) throw new Error(`only ${found.crowd.rows} rows could be written in 30 s`)
      },
      targets: async () => ({
        few: quickly(watched, reading(on.session)),
        many: quickly(crowded, reading(lanes.crowded.session)),
      }),
      figures: [['G5', `session: read the cart among ${many} rows, to among 100`, 'many', 'few', 1.25]],
    })),
  ]
}

/** An event stream that is read, as a panel reads it. Returns what ends it. */
async function listenTo({ headers }, { origin }) {
  const stop = new AbortController()
  const { body } = await fetch(`${origin}/api/sandbox/events`, { headers, signal: stop.signal })
  body.pipeTo(new WritableStream()).catch(() => {})
  return () => stop.abort()
}
