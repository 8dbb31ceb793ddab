/** Common beliefs, each settled by what a lab finds, which names it in its definition. The words are in the catalogue `myths`, by id. */
import { LABS } from './index'
import type { Myth } from './lab'

export interface SettledMyth extends Myth {
  /** Slug. */
  readonly lab: string
}

export const MYTHS: readonly SettledMyth[] = LABS.flatMap(({ slug, myths = [] }) =>
  myths.map((myth) => ({ ...myth, lab: slug })),
)
