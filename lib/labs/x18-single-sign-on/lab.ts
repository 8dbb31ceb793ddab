import { serverLab } from '../lab'
import { MOMENTS, type SsoMoment, type SsoOutcome } from './moments'
import { PLAYS } from './plays'
import { optionsOf, POSITIONS } from './positions'

/**
 * One sign-in, two sites, and an authorization server between them. Who can go where with what he holds, which keys are trusted for how
 * long, and who is out when somebody signs out?
 */
export const lab = serverLab<string, SsoMoment, SsoOutcome>({
  id: 'X18',
  slug: 'x18-single-sign-on',
  group: 'systems',
  lesson: [14, 1],
  settles: [
    ...['S-037', 'S-038', 'S-142', 'S-167', 'S-171', 'S-181', 'S-200'],
    ...['S-235', 'S-236', 'S-237', 'S-238'],
  ],
  myths: [
    {
      id: 'one-token-for-all',
      verdict: 'false',
      rows: ['S-238'],
      position: 'aud-unchecked',
      lanes: ['jwt'],
      moments: ['replay'],
    },
  ],
  acts: Object.keys(PLAYS),
  moments: MOMENTS,
  outcomes: {
    'not-sent': 'neutral',
    sent: 'neutral',
    'no-password': 'held',
    password: 'neutral',
    'none-asked': 'neutral',
    'each-time': 'neutral',
    'lets-in': 'exposed',
    refused: 'held',
    'takes-none': 'held',
    'known-at-once': 'held',
    'known-late': 'neutral',
    'locked-out': 'exposed',
    'at-once': 'held',
    'in-a-minute': 'neutral',
    'minutes-later': 'exposed',
    'hours-later': 'exposed',
    never: 'exposed',
    'no-fetch': 'held',
    'one-fetch': 'held',
    'fetch-each': 'exposed',
  },
  asks: {
    moment: 'out-there',
    between: ['at-once', 'in-a-minute', 'minutes-later', 'hours-later'],
  },
  positions: POSITIONS,

  async *play(stage) {
    const options = optionsOf(stage.position)
    const sso = await stage.sso(options)
    const acts = Object.entries(PLAYS)
    const last = acts.at(-1)![0]
    try {
      for (const [act, play] of acts) {
        await play({ stage, sso, options })
        if (act !== last) yield act
      }
    } finally {
      await sso.close()
    }
    // Not before the servers have ended: after the last act nothing is asked of a lane any more.
    yield last
  },
})
