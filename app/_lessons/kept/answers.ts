'use client' // what the reader presses, before what judges it has come
import { fetched } from '@/app/_ui/later-file'
import type { GivenAnswer } from '@/lib/lessons/fold/answers'
import type { Lesson } from '@/lib/lessons/lesson'
import type { LessonSheet } from '@/lib/lessons/sheet'

/** It has come with the page, unless that was pressed at once; what is lost on the way is pressed again. */
const fold = () => fetched(() => import('./fold'))

export const say = async (of: { lesson: Lesson; sheet: LessonSheet }, said: GivenAnswer) =>
  (await fold())?.say(of, said)

export const readStep = async (lesson: Lesson, step: string) => (await fold())?.readStep(lesson, step)

export const skipStep = async (lesson: Lesson, step: string) => (await fold())?.skipStep(lesson, step)
