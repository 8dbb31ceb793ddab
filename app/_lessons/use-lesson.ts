'use client' // what all parts of a lesson's page read
import { createContext, type ReactNode, useContext } from 'react'
import type { LabSheet } from '@/app/_labs/sheet'
import { type Text, useText } from '@/lib/i18n/client'
import type { Lesson } from '@/lib/lessons/lesson'
import type { LessonProgress } from '@/lib/lessons/progress/progress'
import type { LessonSheet } from '@/lib/lessons/sheet'
import { useKeptProgress } from './kept/progress-store'

/** As the server gives it to the page. */
export interface LessonGiven {
  lesson: Lesson
  sheet: LessonSheet
  /** Its place in the list of all, from 1. */
  n: number
  /** Those that it has run, by slug, each with its short name. */
  labs: Record<string, { sheet: LabSheet; name: string }>
  next: { slug: string; title: string } | null
  /** Which rows of the study note it answers. */
  settles: ReactNode
  /** Texts in which a term leads to the glossary, by the step's id. */
  linked: Record<string, ReactNode>
}

export const LessonContext = createContext<LessonGiven | null>(null)

export function useGiven(): LessonGiven {
  const given = useContext(LessonContext)
  if (!given) throw new Error('a part of a lesson stands outside of one')
  return given
}

/** The lesson's own words. */
export const useOwn = (): Text => useText(`lesson-${useGiven().lesson.slug}`)

export const useProgress = (): LessonProgress => useKeptProgress(useGiven().lesson.id)
