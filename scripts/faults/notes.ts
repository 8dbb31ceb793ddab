/** What all learners together have seen. */
export class Notes {
  /** Milliseconds, by kind. */
  times: Record<string, number[]> = {}
  /** How often, by what was answered instead. */
  refused = new Map<string, number>()
  requests = 0
  /** Asked for again, as a browser does, because the connection had been let go in the same moment. */
  repeated = 0
  /** Acknowledged adds, and those of them that are in no cart. */
  adds = 0
  lostAdds = 0
  exchanges = 0
  untold = 0

  answered(kind: string, ms: number) {
    const known = this.times[kind] ?? []
    this.times[kind] = known
    known.push(ms)
  }

  refuse(kind: string, why: string | number) {
    const key = `${kind} ${why}`
    this.refused.set(key, (this.refused.get(key) ?? 0) + 1)
  }
}
