/** Is this database ours, whole, and of this version? Looks, and changes nothing. */
import { isOf, type Migration, type Reader, type Recorded, recordedIn } from './history.ts'
import { type Shape, shapeAfter, shapeOf } from './shape.ts'

/**
 * `newer`: a later version of the site has migrated it. `changed`: a migration was another one when it was applied.
 * `incomplete`: something is missing that its migrations have made. `foreign`: its tables are not ours.
 * `half`: a migration was cut short, and what is there cannot be told from something else.
 */
export type Unfit = 'newer' | 'changed' | 'incomplete' | 'foreign' | 'half'

/** Nothing that passes by itself: its owner has to put another database there, or another version of the site. */
export class UnfitDatabase extends Error {
  override readonly name = 'UnfitDatabase'
  readonly because: Unfit
  /** Of migrations, or of what is missing: a few. */
  readonly names: string[]

  constructor(because: Unfit, names: string[] = []) {
    super(`The database is unfit (${because}): ${names.join(', ')}`)
    this.because = because
    this.names = names.slice(0, 5)
  }
}

export interface Examined {
  finished: Migration[]
  /** To be applied, in this order. One that was cut short is among them. */
  pending: Migration[]
  /** Begun and not ended, each by a process that is no more. */
  cutShort: Recorded[]
}

/** @throws UnfitDatabase */
export async function examine(reader: Reader, migrations: Migration[]): Promise<Examined> {
  const recorded = await recordedIn(reader)
  const shape = await shapeOf(reader)
  if (!recorded?.length) {
    if (shape.size > 0) throw new UnfitDatabase('foreign', [...shape])
    return { finished: [], pending: migrations, cutShort: [] }
  }
  compare(recorded, migrations)
  const done = new Set(recorded.filter(({ finished }) => finished).map(({ name }) => name))
  const finished = migrations.filter(({ name }) => done.has(name))
  const cutShort = recorded.filter((one) => !one.finished)
  if (cutShort.length === 0) complete(shape, await usualShape(finished))
  return { finished, pending: migrations.filter(({ name }) => !done.has(name)), cutShort }
}

function compare(recorded: Recorded[], migrations: Migration[]): void {
  const known = new Map(migrations.map((one) => [one.name, one]))
  const unknown = recorded.filter(({ name }) => !known.has(name))
  if (unknown.length > 0) throw new UnfitDatabase('newer', namesOf(unknown))
  const changed = recorded.filter(({ name, checksum }) => !isOf(known.get(name)!, checksum))
  if (changed.length > 0) throw new UnfitDatabase('changed', namesOf(changed))
}

/** More may be there: an index of the operator's own does no harm. */
function complete(shape: Shape, wanted: Shape): void {
  const missing = [...wanted].filter((name) => !shape.has(name))
  if (missing.length > 0) throw new UnfitDatabase('incomplete', missing)
}

const namesOf = (recorded: Recorded[]) => recorded.map(({ name }) => name)

const shapes = new Map<string, Promise<Shape>>()

/** Once a process: it is asked for with each connection. */
function usualShape(finished: Migration[]): Promise<Shape> {
  const key = finished.map(({ name }) => name).join()
  const known = shapes.get(key) ?? shapeAfter(finished)
  shapes.set(key, known)
  return known
}
