/** Where a proof is seen, without the language: the very cell, step or view. */
import { cellAddress } from '@/lib/labs/cell-address'
import { fragmentOf } from '@/lib/scenario/acts'
import { STRATEGIES } from '@/lib/strategies/strategy'
import type { RowProof, SceneProof, StepProof } from './proof'

export function addressOf(proof: RowProof): string {
  if ('lab' in proof) return cellAddress(proof)
  return 'lesson' in proof ? ofStep(proof) : ofScene(proof)
}

const ofStep = ({ lesson, step }: StepProof) => `/learn/${lesson}?step=${step}`

function ofScene({ scene, lane, dials = {}, view }: SceneProof): string {
  const turned = STRATEGIES.flatMap((of) =>
    Object.entries(dials[of] ?? {}).map(([name, value]) => `dial=${of}.${name}:${value}`),
  )
  const query = [...(view === 'evidence' ? [] : [`view=${view}`]), ...turned].join('&')
  return `/${lane ?? ''}${query && `?${query}`}${fragmentOf(scene)}`
}
