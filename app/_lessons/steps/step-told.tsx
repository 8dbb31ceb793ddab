'use client' // the focus goes with the lesson where it is in it, and stays where it is elsewhere
import { useEffect, useRef, useState } from 'react'
import { useText } from '@/lib/i18n/client'
import type { LessonStep } from '@/lib/lessons/lesson'
import { useKeptLessons } from '../kept/progress-store'
import { useOwn } from '../use-lesson'
import { END, SANDBOX, titleId } from './title-id'

/** A step is done and another one is open: whoever acts in the sandbox hears of it, whoever answers is there. */
export function StepTold({ step }: { step: LessonStep | null }) {
  const t = useText('learn')
  const own = useOwn()
  const known = useKeptLessons((kept) => kept.known)
  const inLesson = useFocusInLesson()
  const [told, tell] = useState('')
  const id = step?.id ?? END
  const was = useRef<string | null>(null)
  useEffect(() => {
    if (!known) return
    const before = was.current
    was.current = id
    if (before === null || before === id) return
    if (inLesson.current) return document.getElementById(titleId(id))?.focus()
    tell(step ? t('next.said', { what: own(`step.${id}.title`) }) : t('next.done'))
  }, [known, id])
  return (
    <p role="status" className="sr-only">
      {told}
    </p>
  )
}

/** Also where the control that had it has gone with its step. */
function useFocusInLesson() {
  const inLesson = useRef(false)
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      const element = target as Element
      inLesson.current = element.closest('main') !== null && element.closest(`#${SANDBOX}, dialog`) === null
    }
    addEventListener('focusin', note)
    return () => removeEventListener('focusin', note)
  }, [])
  return inLesson
}
