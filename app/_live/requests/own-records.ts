/** The records of one shop's own requests, among all that the event stream tells of: from other tabs, devices, curl. */
import type { Exchange } from '@/lib/trace/model/exchange'

export interface OwnRecord {
  method: string
  target: string
  status: number
  /** When it was sent, or a little before: milliseconds since the epoch by the server's clock. A page loaded anew is told of what an earlier one had sent. */
  notBefore: number
}

/** Older ones were not recorded, or let go. */
const MOST = 20

export class OwnRecords {
  /** Answered, and not yet seen in the timeline. Oldest first. */
  private waiting: OwnRecord[] = []
  private seen = 0

  answered(one: OwnRecord): void {
    this.waiting = [...this.waiting, one].slice(-MOST)
  }

  get isWaiting(): boolean {
    return this.waiting.length > 0
  }

  /**
   * The record of the newest answer, once. null: not there yet, or seen before.
   * @param exchanges of this lane and device, oldest first
   */
  newest(exchanges: readonly Exchange[]): Exchange | null {
    let newest: Exchange | null = null
    for (const exchange of exchanges) {
      if (exchange.seq <= this.seen) continue
      const at = this.waiting.findIndex((one) => isRecordOf(exchange, one))
      if (at < 0) continue
      // In the order of the requests: what was waiting longer is not coming any more.
      this.waiting.splice(0, at + 1)
      this.seen = exchange.seq
      newest = exchange
    }
    return this.waiting.length === 0 ? newest : null
  }
}

const isRecordOf = ({ at, request, response }: Exchange, { method, target, status, notBefore }: OwnRecord) =>
  request.method === method &&
  request.target === target &&
  response?.status === status &&
  Date.parse(at) >= notBefore
