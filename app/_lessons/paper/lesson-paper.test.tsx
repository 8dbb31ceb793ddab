/** A learner's sheet gives nothing away; the teacher's key has every answer and every reply. */
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LOCALES, type Locale } from '@/lib/i18n/routing'
import { LESSONS } from '@/lib/lessons'
import { keyOf } from '@/lib/lessons/key'
import { choiceId, type Lesson } from '@/lib/lessons/lesson'
import { LessonPaper } from './lesson-paper'
import type { LessonPaperKind } from './papers'
import { paperWords } from './words'

async function drawn(lesson: Lesson, paper: LessonPaperKind, locale: Locale) {
  const words = await paperWords(locale, lesson)
  return { words, markup: renderToStaticMarkup(<LessonPaper {...{ lesson, paper, locale, words }} />) }
}

const inMarkup = (text: string) => renderToStaticMarkup(text)
const questionsOf = ({ steps }: Lesson) => steps.filter((step) => 'between' in step)

/** The part of each step, in order. */
const rowsIn = (markup: string) => markup.split('<li class="grid').slice(1)

describe.each(LOCALES)('%s', (locale) => {
  it.each(LESSONS)('$slug: the sheet asks everything, and answers nothing', async (lesson) => {
    const { markup, words } = await drawn(lesson, 'sheet', locale)
    const { own } = words
    const rows = rowsIn(markup)
    expect(rows).toHaveLength(lesson.steps.length)
    for (const [i, step] of lesson.steps.entries()) {
      const at = `step.${step.id}`
      if (step.do === 'read') {
        expect(markup).not.toContain(inMarkup(own(`${at}.title`)))
        expect(markup).not.toContain(inMarkup(own(`${at}.text`)))
      } else expect(rows[i]).toContain(inMarkup(own(`${at}.title`)))
      if (!('between' in step)) continue
      const choices = step.between.map(choiceId)
      for (const id of choices) {
        expect(rows[i]).toContain(inMarkup(own(`${at}.choice.${id}`)))
        if (step.do === 'check') expect(markup).not.toContain(inMarkup(own(`${at}.reply.${id}`)))
      }
      // What stands around a choice is the same around each, the right one too.
      const around = choices.map((id) => boxAround(rows[i]!, inMarkup(own(`${at}.choice.${id}`))))
      expect([step.id, new Set(around).size]).toEqual([step.id, 1])
    }
    expect(markup).not.toContain(inMarkup(own('learned')))
    expect(markup).not.toMatch(/data-|aria-checked|<script/)
  })

  it.each(LESSONS)('$slug: the key has each answer, and why', async (lesson) => {
    const { markup, words } = await drawn(lesson, 'key', locale)
    const { own } = words
    const key = keyOf(lesson)
    for (const step of questionsOf(lesson)) {
      const row = rowsIn(markup)[lesson.steps.indexOf(step)]!
      expect(row).toContain(
        `${inMarkup(own(`step.${step.id}.choice.${key[step.id]!.choice}`))}</span></span></b>`,
      )
      if (step.do === 'check')
        for (const id of step.between.map(choiceId))
          expect(row).toContain(inMarkup(own(`step.${step.id}.reply.${id}`)))
    }
    for (const step of lesson.steps.filter(({ do: kind }) => kind === 'read'))
      expect(markup).toContain(inMarkup(own(`step.${step.id}.text`)))
    expect(markup).toContain(inMarkup(own('learned')))
  })
})

/** The item that holds a label, without it. */
function boxAround(row: string, label: string): string {
  const item = row.split('<li').find((one) => one.includes(`<span>${label}</span>`))!
  return item.slice(0, item.indexOf('</li>')).replace(label, '')
}
