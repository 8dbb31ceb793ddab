/**
 * Pieces that several readers read, each at its own speed: kept once for all of them, from the slowest on. What a reader has in hand counts
 * until it asks for the next: nobody knows before that it is gone.
 */
export interface LogReader {
  /** There is something new, after it had asked in vain. */
  wake(): void
  /** It is too slow, and has no place here any more. */
  cut(): void
}

export interface LogCursor {
  /** What it had before is done with. null: nothing for now. */
  next(): Uint8Array | null
  leave(): void
}

interface Place {
  reader: LogReader
  /** Of its own, before what all read. */
  beginning: Iterator<Uint8Array>
  /** Octets of the beginning that it has in hand. */
  own: number
  /** The number of the piece that it has in hand, or gets next. */
  at: number
  hasIt: boolean
  /** Has asked for more than there is. */
  waits: boolean
  /** Since the last look, how often it has asked; and for how many looks in a row it has not. */
  asked: number
  still: number
}

export class SharedLog {
  readonly #pieces: Uint8Array[] = []
  /** The number of the first piece that is kept. */
  #first = 0
  readonly #places = new Set<Place>()
  #octets = 0

  /** @param grew hears by how many octets, which may be less than none */
  constructor(private readonly grew: (octets: number) => void) {}

  get octets(): number {
    return this.#octets
  }

  get readers(): number {
    return this.#places.size
  }

  /** Reads `beginning`, bit by bit, and then what comes from now on. */
  join(reader: LogReader, beginning: Iterator<Uint8Array>): LogCursor {
    const place = { reader, beginning, own: 0, at: this.#end, hasIt: false, waits: false, asked: 0, still: 0 }
    this.#places.add(place)
    return { next: () => this.#next(place), leave: () => void this.#leave(place) }
  }

  add(piece: Uint8Array): void {
    this.#pieces.push(piece)
    this.#grow(piece.byteLength)
    for (const place of [...this.#places]) {
      if (!place.waits) continue
      place.waits = false
      place.reader.wake()
    }
    this.#trim()
  }

  /** false: nobody reads. */
  cutSlowest(): boolean {
    const [slowest] = [...this.#places].toSorted((a, b) => this.#behind(b) - this.#behind(a))
    if (slowest) this.#cut(slowest)
    return slowest !== undefined
  }

  /** Those who had something to read and have not asked for it in so many looks. */
  cutStill(looks: number): void {
    for (const place of [...this.#places]) {
      place.still = place.waits || place.asked > 0 ? 0 : place.still + 1
      place.asked = 0
      if (place.still >= looks) this.#cut(place)
    }
  }

  get #end(): number {
    return this.#first + this.#pieces.length
  }

  #next(place: Place): Uint8Array | null {
    place.asked += 1
    const own = this.#nextOwn(place)
    if (own) return own
    if (place.hasIt) place.at += 1
    const piece = this.#pieces[place.at - this.#first] ?? null
    place.hasIt = piece !== null
    place.waits = !place.hasIt
    this.#trim()
    return piece
  }

  #nextOwn(place: Place): Uint8Array | null {
    const { value, done } = place.beginning.next()
    const octets = done ? 0 : value.byteLength
    this.#grow(octets - place.own)
    place.own = octets
    return done ? null : value
  }

  #leave(place: Place): boolean {
    if (!this.#places.delete(place)) return false
    this.#grow(-place.own)
    this.#trim()
    return true
  }

  #cut(place: Place): void {
    if (this.#leave(place)) place.reader.cut()
  }

  #behind({ own, at }: Place): number {
    const left = this.#pieces.slice(at - this.#first)
    return left.reduce((sum, { byteLength }) => sum + byteLength, own)
  }

  /** Lets go of what everybody has read. */
  #trim(): void {
    const slowest = Math.min(this.#end, ...[...this.#places].map(({ at }) => at))
    for (const { byteLength } of this.#pieces.splice(0, slowest - this.#first)) this.#grow(-byteLength)
    this.#first = slowest
  }

  #grow(octets: number): void {
    this.#octets += octets
    this.grew(octets)
  }
}
