/**
 * Two tabs that ask one shop at the same time: which of the two carts is newer, no answer says. Where they crossed, the shop is asked once
 * more. Milliseconds of this browser's clock.
 */
export class Crossing {
  /** The shop is still to be asked. */
  isOpen = false
  /** It is being asked: what another tab has looked at meanwhile is no reason to ask again. */
  isAsking = false
  /** When the newest request of this tab went out. */
  sentAt = 0
  #answeredAt = 0

  sent(): void {
    this.sentAt = Date.now()
  }

  answered(): void {
    this.#answeredAt = Date.now()
  }

  /**
   * @param sentAt when the other tab asked for a change; absent: it only looked, and two that look at what the other has seen would never end
   * @returns did it cross with what this tab asks, or has asked?
   */
  told(sentAt: number | undefined, underWay: boolean): boolean {
    const isUnderWay = underWay && (sentAt !== undefined || !this.isAsking)
    const crossed = isUnderWay || (sentAt !== undefined && sentAt < this.#answeredAt)
    this.isOpen ||= crossed
    return crossed
  }
}
