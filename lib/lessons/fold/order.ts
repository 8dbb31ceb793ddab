/** When something happened, by the server's clock: milliseconds, then the number of the exchange. An act goes before exchanges of its millisecond. */
export type Order = readonly [ms: number, seq: number]

export const isLater = ([ms, seq]: Order, [otherMs, otherSeq]: Order): boolean =>
  ms > otherMs || (ms === otherMs && seq > otherSeq)

export const byOrder = (one: Order, other: Order): number => one[0] - other[0] || one[1] - other[1]

export const latest = (orders: readonly Order[]): Order =>
  orders.reduce((newest, one) => (isLater(one, newest) ? one : newest))
