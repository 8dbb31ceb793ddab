'use client' // words of the lesson
import type { LessonStep } from '@/lib/lessons/lesson'
import { useGiven, useOwn } from '../use-lesson'
import { titleId } from './title-id'

/** The heading of the step under way: when the one before is done, the focus comes here. */
export function StepTitle({ step, id }: { step: LessonStep; id?: string }) {
  const own = useOwn()
  const { linked } = useGiven()
  const text = `step.${step.id}.text`
  return (
    <div>
      <h2
        id={titleId(step.id)}
        tabIndex={-1}
        className="scroll-mt-16 text-16 leading-ui font-semibold outline-none"
      >
        <span id={id}>{own(`step.${step.id}.title`)}</span>
      </h2>
      {own.has(text) && <p className="mt-1 leading-text text-ink-2">{linked[step.id] ?? own(text)}</p>}
    </div>
  )
}
