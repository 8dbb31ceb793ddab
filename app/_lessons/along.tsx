'use client'
// Goes along with the lesson: what happens, what was kept, what a link asks for, and what is to be said of it. It comes after the page.
import { useEffect } from 'react'
import type { Lesson, LessonStep } from '@/lib/lessons/lesson'
import { useFollow } from './kept/follow'
import { openProgress } from './kept/open-progress'
import { SceneAsked } from './scene/scene-asked'
import { StepTold } from './steps/step-told'
import { useAskedStep } from './steps/use-asked-step'

export function Along({ lesson, step }: { lesson: Lesson; step: LessonStep | null }) {
  useEffect(openProgress, [])
  useFollow(lesson)
  useAskedStep()
  return (
    <>
      <SceneAsked />
      <StepTold step={step} />
    </>
  )
}
