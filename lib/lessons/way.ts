/** What is played for who comes in at a step: the scene, then each act before it. Pure. */
import { STRATEGIES } from '@/lib/strategies/strategy'
import type { LessonAct } from './act'
import type { ActStep, Lesson } from './lesson'
import type { LessonProgress } from './progress/progress'

/** Whether it can be done here: a lab may need what this server or browser does not have. */
export type IsPlayable = (act: LessonAct) => boolean

/** Dials of the scene, in the order of the lanes. */
export const sceneDials = ({ scene }: Pick<Lesson, 'scene'>): Extract<LessonAct, { do: 'dial' }>[] =>
  STRATEGIES.flatMap((lane) =>
    Object.entries(scene.dials[lane] ?? {}).flatMap(([name, value]) =>
      value === undefined ? [] : [{ do: 'dial' as const, lane, name, value }],
    ),
  )

/** The acts before the step that can be played, in their order. */
export function wayTo({ steps }: Pick<Lesson, 'steps'>, id: string, isPlayable: IsPlayable): ActStep[] {
  const at = steps.findIndex((step) => step.id === id)
  return steps
    .slice(0, Math.max(at, 0))
    .flatMap((step) => (step.do === 'act' && step.solve.every(isPlayable) ? [step] : []))
}

/** All of it, as it is asked for before it is done. @param id null: the scene alone */
export const actsTo = (lesson: Lesson, id: string | null, isPlayable: IsPlayable): LessonAct[] => [
  ...sceneDials(lesson),
  ...lesson.scene.acts,
  ...(id === null ? [] : wayTo(lesson, id, isPlayable).flatMap(({ solve }) => solve)),
]

/** Something was recorded that the question on the reader's own exchanges or run can be compared with. */
export const isRecorded = ({ steps }: LessonProgress, question: string): boolean =>
  Object.values(steps).some(({ pin }) => pin?.said[question] !== undefined)
