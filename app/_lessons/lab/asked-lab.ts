/** The lab that stands beside a step: of the act under way, or of the run that the question is about. Pure. */
import type { Goal } from '@/lib/lessons/goal'
import type { Lesson, LessonStep } from '@/lib/lessons/lesson'

export interface AskedLab {
  lab: string
  position: string
  /** Of those the lesson asks about: others would say more than was asked. */
  moments: readonly string[]
}

/** null: the lanes stand there. */
export function labBeside(lesson: Lesson, step: LessonStep | null): AskedLab | null {
  if (step?.do === 'see') {
    if (!('ownRun' in step.asks)) return null
    const { lab, position = 'default' } = step.asks.ownRun
    return { lab, position, moments: momentsOf(lesson, lab, position) }
  }
  const act = step?.do === 'act' ? step : null
  const run = act && runIn(act.goal)
  return run ? { ...run, moments: momentsOf(lesson, run.lab, run.position) } : null
}

function runIn(goal: Goal): { lab: string; position: string } | null {
  if ('ran' in goal) return goal.ran
  const parts = 'all' in goal ? goal.all : 'inOrder' in goal ? goal.inOrder : 'any' in goal ? goal.any : []
  return parts.map(runIn).find((one) => one !== null) ?? null
}

/** In the order in which the lesson asks. */
function momentsOf({ steps }: Lesson, lab: string, position: string): string[] {
  const moments = steps.flatMap((step) => {
    if (step.do !== 'see' || !('ownRun' in step.asks)) return []
    const { ownRun } = step.asks
    return ownRun.lab === lab && (ownRun.position ?? 'default') === position ? [ownRun.moment] : []
  })
  return [...new Set(moments)]
}

/** Labs that the lesson has run, by slug. */
export const labsOf = ({ steps }: Lesson): string[] => [
  ...new Set(
    steps.flatMap((step) => {
      const run = step.do === 'act' ? runIn(step.goal) : null
      const played = step.do === 'act' ? step.solve.flatMap((act) => (act.do === 'lab' ? [act.lab] : [])) : []
      return [...(run ? [run.lab] : []), ...played]
    }),
  ),
]
