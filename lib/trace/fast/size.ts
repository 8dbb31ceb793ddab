/** What artifacts take in memory, measured on heaps. */
import type { Artifact } from '../model/artifact'

const ARTIFACT = 400
const FIELD = 50

export const artifactOctets = ({ value, contents }: Artifact): number =>
  contents.reduce(
    (sum, field) => sum + field.name.length + field.value.length + FIELD,
    ARTIFACT + (value?.length ?? 0),
  )
