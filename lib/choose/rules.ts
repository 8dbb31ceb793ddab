/**
 * What follows from an answer: something that has to be seen in a measured cell. Which lanes it speaks for, and with which dials, is
 * not written here: the outcome of the cell is looked up, lane by lane and position by position (evidence.ts).
 */
import type { LabQuestion } from '@/lib/lessons/question'
import type { DifferenceName } from '@/lib/strategies/differences'
import type { QuestionId } from './questions'

/** A column of a lab's verdict table: its answer in each lane and position is the lab's. */
export type OfLab = Pick<LabQuestion, 'lab' | 'moment'>
/** Or a row of the comparison that the contract suite measures. */
export type Measurement = OfLab | { row: DifferenceName }

export interface Rule {
  readonly question: QuestionId
  readonly answer: string
  /** `must`: a lane without it does not do what was answered. `helps`: nothing is broken without it. */
  readonly weight: 'must' | 'helps'
  readonly asks: Measurement
  /** One of these outcomes; of a row, its value as text. */
  readonly wants: readonly string[]
  /** Why the answer asks for it: a key of the catalogue. */
  readonly reason: string
}

const lab = (slug: string, moment: string) => ({ lab: slug, moment })
const row = (name: DifferenceName) => ({ row: name })

type Of = (weight: Rule['weight'], reason: string, asks: Measurement, ...wants: string[]) => Rule

const answer =
  (question: QuestionId, given: string): Of =>
  (weight, reason, asks, ...wants) => ({ question, answer: given, weight, reason, asks, wants })

/** Database statements: no read, no write. */
const NONE = '0,0'

export const RULES: readonly Rule[] = [
  answer('bite', 'at-once')('must', 'next-request', lab('x13-forced-sign-out', 'next-request'), 'refused'),
  answer('bite', 'at-once')('helps', 'copy-too', lab('x09-theft', 'after-forced'), 'refused'),
  answer('bite', 'minute')('must', 'minute-later', lab('x13-forced-sign-out', 'minute-later'), 'refused'),
  answer('bite', 'own-end')('helps', 'not-looked-up', row('costOfMe'), NONE),

  answer('devices', 'none')('helps', 'no-row-each', lab('x14-devices', 'list'), 'not-possible'),
  answer('devices', 'see')('must', 'list', lab('x14-devices', 'list'), 'listed'),
  answer('devices', 'see')('must', 'end-later', lab('x14-devices', 'ended-one-later'), 'refused'),
  answer('devices', 'at-once')('must', 'list', lab('x14-devices', 'list'), 'listed'),
  answer('devices', 'at-once')('must', 'end-at-once', lab('x14-devices', 'ended-one'), 'refused'),
  answer('devices', 'limit')('must', 'list', lab('x14-devices', 'list'), 'listed'),
  answer('devices', 'limit')('must', 'limit', lab('x14-devices', 'oldest'), 'refused'),

  answer('believers', 'one')('helps', 'no-careless', lab('x06-tamper', 'careless'), 'no-such-thing'),
  answer('believers', 'own')('helps', 'checks-alone', row('costOfMe'), NONE),
  answer('believers', 'own')('helps', 'any-node', lab('x17-cluster', 'next-node'), 'in'),
  answer('believers', 'own')('helps', 'any-host', lab('x02-amnesia', 'cookies-only'), 'stranger'),
  answer('believers', 'others')('must', 'readable', lab('x06-tamper', 'read'), 'readable'),
  answer('believers', 'others')('must', 'no-shared-key', lab('x06-tamper', 'weak-key'), 'no-such-thing'),
  answer('believers', 'others')(
    'helps',
    'out-there',
    lab('x18-single-sign-on', 'out-there'),
    'minutes-later',
  ),

  answer('holder', 'browser')('must', 'no-carrying-off', lab('x10-xss', 'elsewhere'), 'nothing-to-send'),
  answer('holder', 'native')('helps', 'no-jar', lab('x02-amnesia', 'cookies-only'), 'stranger'),
  answer('holder', 'frame')('must', 'blocked', lab('x21-blocked-storage', 'blocked'), 'keeps'),

  answer('state', 'little')('helps', 'no-write', row('costOfCartWrite'), NONE),
  answer('state', 'little')('helps', 'nothing-kept', lab('x22-load', 'kept'), 'no-row'),
  answer('state', 'much')('helps', 'short-request', lab('x22-load', 'head-grows'), 'same'),
  answer('state', 'much')('must', 'fits', lab('x04-wall', 'two-hundred-lines'), 'fits'),
  answer('state', 'often')('must', 'both-kept', row('parallelAdds'), 'kept'),

  answer('stale', 'never')('must', 'role-next', lab('x15-password-and-role', 'role-next'), 'new'),
  answer('stale', 'minute')('must', 'role-later', lab('x15-password-and-role', 'role-later'), 'new'),
  answer('stale', 'sign-in')('helps', 'role-inside', row('costOfMe'), NONE),

  answer('store', 'may')('helps', 'store-refuses', lab('x09-theft', 'after-sign-out'), 'refused'),
  answer('store', 'must-not')('must', 'without-store', row('costOfCartRead'), NONE),
  answer('store', 'must-not')('helps', 'outlives-server', lab('x17-cluster', 'node-killed'), 'in'),

  answer('readers', 'nobody')('must', 'unread', lab('x06-tamper', 'read'), 'unreadable', 'nothing-in-it'),
  answer('readers', 'services')('helps', 'read-without-key', lab('x06-tamper', 'read'), 'readable'),
]
