/** What the wire tap tells of an exchange when its request begins, and when its answer ends. */
import type { RequestHead, ResponseHead } from '../model/exchange'
import type { LaneTarget } from '../model/lane-target'

export interface Opening extends LaneTarget {
  request: Pick<RequestHead, 'method' | 'target' | 'httpVersion' | 'headers'>
  connection: { id: number; nth: number }
  tls: boolean
  /** A lab or the bench of this server asked, for the owner. */
  fromItself: boolean
}

export interface AnswerEnd {
  completed: boolean
  response: ResponseHead | null
  headBytes: number
  bodyBytes: number
}
