/** What the next value of the same kind would be, with the dials as they stand now. Pure. */
import type { Dials } from '@/lib/strategies/dials'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { Artifact, CookieAttributes } from '@/lib/trace/model/artifact'
import {
  type Ability,
  type Exposure,
  type ExposureContext,
  exposureOf,
  READERS,
  type Reader,
} from '@/lib/trace/model/exposure'

/** The same when the dials make no difference: what is there now stays as it was made until it is made anew. */
export function comingOf(artifact: Artifact, strategy: StrategyName, dials: Dials): Artifact {
  if (artifact.place === 'row') return strategy === 'session' ? comingRow(artifact, dials) : artifact
  if (artifact.side === 'server' || artifact.device === 'attacker') return artifact
  if (strategy === 'jwt' && artifact.form === 'signed') return comingToken(artifact, dials)
  if (artifact.place !== 'cookie') return artifact
  const { httpOnly, sameSite } = dials[strategy]
  const form = strategy === 'cookie' ? dials.cookie.protection : artifact.form
  return { ...artifact, form, attributes: { ...artifact.attributes!, httpOnly, sameSite } }
}

function comingToken(artifact: Artifact, { jwt }: Dials): Artifact {
  const { carrier, httpOnly, sameSite } = jwt
  if (carrier !== 'cookie')
    return { ...artifact, place: carrier === 'memory' ? 'memory' : 'localStorage', attributes: null }
  const before: CookieAttributes = artifact.attributes ?? { path: '', secure: true, httpOnly, sameSite }
  return { ...artifact, place: 'cookie', attributes: { ...before, httpOnly, sameSite } }
}

function comingRow(artifact: Artifact, { session }: Dials): Artifact {
  if (artifact.name !== 'Session') return artifact
  const raw = session.storedId === 'raw'
  const contents = artifact.contents.map((field) =>
    field.name === 'idHash' ? { ...field, form: raw ? ('random' as const) : ('hashed' as const) } : field,
  )
  return { ...artifact, credential: raw, contents }
}

export interface ChangedCell {
  artifactId: string
  reader: Reader
  from: Ability[]
  to: Ability[]
}

/** Cells of the same artifact that let a reader do something else than before. */
export function changedCells(before: readonly Exposure[], after: readonly Exposure[]): ChangedCell[] {
  return after.flatMap(({ artifactId, cells }) => {
    const old = before.find((exposure) => exposure.artifactId === artifactId)?.cells
    if (!old) return []
    return READERS.flatMap((reader) => {
      const [from, to] = [old[reader].abilities, cells[reader].abilities]
      return from.join() === to.join() ? [] : [{ artifactId, reader, from, to }]
    })
  })
}

/** @param artifacts as they lie there now */
export function comingChanges(
  artifacts: readonly Artifact[],
  strategy: StrategyName,
  dials: Dials,
  around: ExposureContext,
): ChangedCell[] {
  const now = artifacts.map((artifact) => exposureOf(artifact, around))
  const next = artifacts.map((artifact) => exposureOf(comingOf(artifact, strategy, dials), around))
  return changedCells(now, next)
}
