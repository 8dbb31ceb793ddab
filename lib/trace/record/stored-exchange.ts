/**
 * An exchange as it is kept. What it exposes is derived when somebody looks, and not kept: it would be the largest part. On the
 * prototype, because an accessor of its own makes an object a dictionary, of twice the size. The fields are named one by one for the
 * same reason: an object that grows as it is filled is slow and large.
 */

import { exposuresOf } from '../fast/exposures'
import type { Exchange } from '../model/exchange'
import type { Exposure } from '../model/exposure'

/** Before the timeline numbers it. */
export type Draft = Omit<Exchange, 'id' | 'seq'>
type Fields = Required<Omit<Draft, 'exposures' | 'carried' | 'guestText' | 'answeredBy'>> &
  Pick<Draft, 'guestText'>

/** What one is made of: plain values. */
export interface Parts {
  fields: Fields
  tolerance: number
  id: string
  seq: number
  carried: Exchange['carried']
}

export class Recorded implements Exchange {
  /** Both of the timeline, which also says where cookies come from. */
  id = ''
  seq = 0
  carried: Exchange['carried']
  readonly at: string
  readonly sandboxAt: string
  readonly strategy: Exchange['strategy']
  readonly device: Exchange['device']
  readonly action: Exchange['action']
  readonly completed: boolean
  readonly request: Exchange['request']
  readonly response: Exchange['response']
  readonly sent: Exchange['sent']
  readonly guestText: Exchange['guestText']
  readonly answered: Exchange['answered']
  readonly tls: boolean
  readonly connection: Exchange['connection']
  readonly credential: Exchange['credential']
  readonly problem: Exchange['problem']
  readonly steps: Exchange['steps']
  readonly stored: Exchange['stored']
  readonly cost: Exchange['cost']
  /** Seconds, by the dial of that moment. */
  readonly #tolerance: number

  constructor(fields: Fields, tolerance: number) {
    this.at = fields.at
    this.sandboxAt = fields.sandboxAt
    this.strategy = fields.strategy
    this.device = fields.device
    this.action = fields.action
    this.completed = fields.completed
    this.request = fields.request
    this.response = fields.response
    this.sent = fields.sent
    this.guestText = fields.guestText
    this.answered = fields.answered
    this.tls = fields.tls
    this.connection = fields.connection
    this.credential = fields.credential
    this.problem = fields.problem
    this.steps = fields.steps
    this.stored = fields.stored
    this.cost = fields.cost
    this.#tolerance = tolerance
  }

  static of({ fields, tolerance, id, seq, carried }: Parts): Recorded {
    return Object.assign(new Recorded(fields, tolerance), { id, seq, carried })
  }

  parts(): Parts {
    const { id, seq, carried, ...fields } = this
    return { fields, tolerance: this.#tolerance, id, seq, carried }
  }

  get exposures(): Exposure[] {
    const { tls, sandboxAt, stored } = this
    return exposuresOf(stored.after, { tls, at: sandboxAt, tolerance: this.#tolerance })
  }

  /** Spreading leaves out what is on the prototype. */
  toJSON(): Exchange {
    return { ...this, exposures: this.exposures }
  }
}
