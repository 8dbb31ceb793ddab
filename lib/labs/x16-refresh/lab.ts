import { type LabVerdict, serverLab } from '../lab'
import type { MachineOutcome, Moment } from './moments'
import { PLAYS } from './plays'

/** cookie: there is nothing to refresh. */
const NOTHING: LabVerdict<Moment, MachineOutcome> = {
  'life-over': 'none',
  'refresh-read': 'none',
  'thief-first': 'none',
  'thief-at-once': 'none',
  'thief-late': 'none',
  'cookie-only': 'none',
  'two-tabs': 'none',
  'lost-answer': 'none',
  reload: 'none',
}

const SLIDING_ROW = verdict('moved', 'unnoticed', 'still-in')

/** @param theft in all orders @param accident two tabs, or an answer that was lost */
function verdict(
  lifeOver: MachineOutcome,
  theft: MachineOutcome,
  accident: MachineOutcome,
): LabVerdict<Moment, MachineOutcome> {
  return {
    'life-over': lifeOver,
    'refresh-read': 'nothing-in-it',
    'thief-first': theft,
    'thief-at-once': theft,
    'thief-late': theft,
    'cookie-only': 'gets-in',
    'two-tabs': accident,
    'lost-answer': accident,
    reload: 'still-in',
  }
}

/**
 * A short access token and a refresh token that renews it. Who notices when two parties hold the same one, and what else looks
 * like theft? The session lane goes along with its id in place of the refresh token: its row moves, and nothing is renewed.
 */
export const lab = serverLab<string, Moment, MachineOutcome>({
  id: 'X16',
  slug: 'x16-refresh',
  group: 'tokens',
  lesson: [12, 1],
  settles: [
    ...['S-151', 'S-153', 'S-196', 'S-212', 'S-213', 'S-214', 'S-215', 'S-216', 'S-218', 'S-222', 'S-224'],
    ...['S-225', 'S-226', 'S-227', 'S-228', 'S-229', 'S-230', 'S-231', 'S-233', 'S-234', 'S-253', 'S-273'],
    'S-281',
  ],
  myths: [
    {
      id: 'jwt-is-stateless',
      verdict: 'partly',
      rows: ['S-151', 'S-196'],
      position: 'default',
      lanes: ['jwt'],
      moments: ['life-over', 'thief-first'],
    },
    {
      id: 'short-life-is-enough',
      verdict: 'partly',
      rows: ['S-231'],
      position: 'fixed',
      lanes: ['jwt'],
      moments: ['thief-first'],
    },
    {
      id: 'send-both-tokens',
      verdict: 'partly',
      rows: ['S-228', 'S-281'],
      position: 'send-expired',
      lanes: ['jwt'],
      moments: ['thief-first', 'cookie-only', 'reload'],
    },
  ],
  acts: [
    'seven-steps',
    'thief-first',
    'owner-first',
    'three-rounds',
    'cookie-only',
    'two-tabs',
    'lost-answer',
    'reload',
  ],
  moments: [
    'life-over',
    'refresh-read',
    'thief-first',
    'thief-at-once',
    'thief-late',
    'cookie-only',
    'two-tabs',
    'lost-answer',
    'reload',
  ],
  outcomes: {
    renewed: 'held',
    moved: 'held',
    'signed-out': 'neutral',
    alarm: 'held',
    'alarm-later': 'neutral',
    unnoticed: 'exposed',
    'owner-out': 'exposed',
    'thief-out': 'held',
    'gets-in': 'exposed',
    refused: 'held',
    'still-in': 'held',
    'nothing-in-it': 'held',
    readable: 'exposed',
    none: 'neutral',
  },
  asks: { moment: 'thief-first', between: ['alarm', 'unnoticed', 'owner-out'] },
  positions: [
    {
      id: 'default',
      dials: {},
      expected: { cookie: NOTHING, session: SLIDING_ROW, jwt: verdict('renewed', 'alarm', 'signed-out') },
    },
    {
      id: 'fixed',
      dials: { jwt: { refresh: 'fixed' } },
      expected: { jwt: verdict('renewed', 'unnoticed', 'still-in') },
    },
    {
      id: 'none',
      dials: { jwt: { refresh: 'none' } },
      expected: { jwt: { ...NOTHING, 'life-over': 'signed-out', reload: 'signed-out' } },
    },
    {
      id: 'no-detection',
      dials: { jwt: { reuseDetection: false } },
      expected: {
        jwt: {
          ...verdict('renewed', 'thief-out', 'signed-out'),
          'thief-first': 'owner-out',
          'two-tabs': 'still-in',
        },
      },
    },
    {
      id: 'grace',
      dials: { jwt: { grace: 5 } },
      expected: { jwt: { ...verdict('renewed', 'alarm', 'still-in'), 'thief-at-once': 'alarm-later' } },
    },
    {
      id: 'send-expired',
      dials: { jwt: { sendExpired: true } },
      expected: {
        jwt: {
          ...verdict('renewed', 'alarm', 'signed-out'),
          'cookie-only': 'refused',
          reload: 'signed-out',
        },
      },
    },
  ],

  async *play(stage) {
    for (const [act, play] of Object.entries(PLAYS)) {
      await play(stage)
      yield act
    }
  },
})
