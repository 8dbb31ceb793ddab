/** Each step of each lesson has its link, and an hour goes on as its plan says. */
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LOCALES, localePath } from '@/lib/i18n/routing'
import { LESSONS, lessonOf } from '@/lib/lessons'
import { PLANS, planFor } from '@/lib/lessons/plan'
import { AllLessons } from './all-lessons'
import { clockText } from './minutes'
import { Timetable } from './timetable'
import { teachWords } from './words'

const hrefsIn = (markup: string) =>
  [...markup.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'))

/** A key that is missing shows itself. */
const MISSING = />(?:teach|learn|record|lesson-[\w-]+)\.[\w.-]+</

describe.each(LOCALES)('%s', async (locale) => {
  const words = await teachWords(locale)
  const linksOf = ({ slug, steps }: (typeof LESSONS)[number]) =>
    steps.map(({ id }) => localePath(locale, `/learn/${slug}?step=${id}&scene`))

  it('all lessons: a link for each step, and both papers', () => {
    const markup = renderToStaticMarkup(<AllLessons locale={locale} words={words} />)
    expect(markup).not.toMatch(MISSING)
    const expected = LESSONS.flatMap((lesson) => [
      localePath(locale, `/learn/${lesson.slug}`),
      ...['sheet', 'key'].map((paper) => localePath(locale, `/learn/${lesson.slug}/${paper}`)),
      ...linksOf(lesson),
    ])
    expect(hrefsIn(markup).toSorted()).toEqual(expected.toSorted())
  })

  it.each(PLANS)('%d minutes: step after step, no later than its time', (minutes) => {
    const plan = planFor(minutes, lessonOf('l08-forced-sign-out')!)!
    const markup = renderToStaticMarkup(<Timetable plan={plan} locale={locale} words={words} />)
    expect(markup).not.toMatch(MISSING)
    const steps = hrefsIn(markup).filter((href) => href.includes('?step='))
    const played = plan.parts.filter(({ how }) => how === 'played')
    expect(steps).toEqual(played.flatMap(({ lesson }) => linksOf(lesson)))
    const clock = [...markup.matchAll(/>(\d+):(\d\d)</g)].map(([, m, s]) => Number(m) * 60 + Number(s))
    expect(clock).toEqual(clock.toSorted((a, b) => a - b))
    expect(clock.at(-1)).toBe(plan.span.most)
  })
})

it('a clock is read in minutes and seconds', () => {
  expect([0, 90, 1560, 5400].map(clockText)).toEqual(['0:00', '1:30', '26:00', '90:00'])
})
