import { expect, it } from 'vitest'
import { lessonOf } from '@/lib/lessons'
import { FIRST } from './first-lesson'

it.each(Object.entries(FIRST))('the lesson with which %s begins is there', (_, slug) =>
  expect(lessonOf(slug)).not.toBeNull(),
)
