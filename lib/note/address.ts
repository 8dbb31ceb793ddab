/** Where a proof is seen, without the language: the very cell, step or view. */
import { fragmentOf } from '@/lib/scenario/acts'
import { STRATEGIES } from '@/lib/strategies/strategy'
import type { CellProof, RowProof, SceneProof, StepProof } from './proof'

export function addressOf(proof: RowProof): string {
  if ('lab' in proof) return ofCell(proof)
  return 'lesson' in proof ? ofStep(proof) : ofScene(proof)
}

function ofCell({ lab, position, moment, lane }: CellProof): string {
  const query = position === 'default' ? '' : `?position=${position}`
  return `/labs/${lab}${query}#${lane}.${moment}`
}

const ofStep = ({ lesson, step }: StepProof) => `/learn/${lesson}?step=${step}`

function ofScene({ scene, lane, dials = {}, view }: SceneProof): string {
  const turned = STRATEGIES.flatMap((of) =>
    Object.entries(dials[of] ?? {}).map(([name, value]) => `dial=${of}.${name}:${value}`),
  )
  const query = [...(view === 'evidence' ? [] : [`view=${view}`]), ...turned].join('&')
  return `/${lane ?? ''}${query && `?${query}`}${fragmentOf(scene)}`
}
