/** Every lesson can say everything, says nothing that is never shown, and gives no answer away. */
import { describe, expect, it } from 'vitest'
import { linkedParts, termNames } from '@/lib/glossary/linked'
import { namesIn } from '@/lib/i18n/format'
import { loadMessages } from '@/lib/i18n/messages'
import en from '@/lib/i18n/messages/en/glossary.json'
import { LOCALES } from '@/lib/i18n/routing'
import { spoilersOf } from '@/lib/testing/text/spoilers'
import { wordsIn } from '@/lib/testing/text/words'
import { LESSONS } from './index'
import { choiceId, type Lesson, type LessonStep } from './lesson'
import { sheetOf } from './sheet'

/** Must be there. */
function asked(step: LessonStep): string[] {
  const choices = 'between' in step ? step.between.map(choiceId) : []
  return [
    'title',
    ...(step.do === 'read' ? ['text'] : []),
    ...choices.map((choice) => `choice.${choice}`),
    ...(step.do === 'check' ? choices.map((choice) => `reply.${choice}`) : []),
    ...(step.do === 'act' ? helpsOf(step) : []),
  ].map((key) => `step.${step.id}.${key}`)
}

const helpsOf = ({ hints, wrong, dead }: Extract<LessonStep, { do: 'act' }>) => [
  ...Array.from({ length: hints }, (_, i) => `hint.${i + 1}`),
  ...wrong.map(({ say }) => `wrong.${say}`),
  ...(dead ? ['dead'] : []),
]

const wordsOf = async ({ slug }: Lesson, locale: (typeof LOCALES)[number]) => {
  const namespace = `lesson-${slug}` as const
  return wordsIn((await loadMessages(locale, [namespace]))[namespace]!)
}

describe.each(LESSONS)('$slug', (lesson) => {
  const must = ['title', 'short', 'lead', 'learned', ...lesson.steps.flatMap(asked)]
  const may = lesson.steps.map(({ id }) => `step.${id}.text`)

  it.each(LOCALES)('says all it has to say, and nothing that is never shown: %s', async (locale) => {
    const words = await wordsOf(lesson, locale)
    expect(must.filter((key) => !words.get(key))).toEqual([])
    expect([...words.keys()].filter((key) => !must.includes(key) && !may.includes(key))).toEqual([])
    expect([...words].filter(([, text]) => namesIn(text).length > 0)).toEqual([])
  })

  it.each(LOCALES)('tells its choices apart: %s', async (locale) => {
    const words = await wordsOf(lesson, locale)
    for (const step of lesson.steps.filter((one) => 'between' in one)) {
      const said = step.between.map((choice) => words.get(`step.${step.id}.choice.${choiceId(choice)}`))
      expect([step.id, new Set(said).size]).toEqual([step.id, step.between.length])
    }
  })

  it.each(LOCALES)('says no outcome above the prediction of it: %s', async (locale) => {
    const words = await wordsOf(lesson, locale)
    const { expected } = sheetOf(lesson)
    for (const step of lesson.steps) {
      const right = expected[step.id]
      if (step.do !== 'predict' || right === undefined || !('lab' in step.asks)) continue
      const namespace = `lab-${step.asks.lab}` as const
      const outcome = wordsIn((await loadMessages(locale, [namespace]))[namespace]!).get(`outcome.${right}`)
      expect([step.id, spoilersOf({ lesson, step, right, words, outcome })]).toEqual([step.id, []])
    }
  })
})

/** Said in passing by a lesson before one teaches it. No more of them: what is to be understood is taught first. */
const IN_PASSING: Record<string, string[]> = {
  L02: ['refresh-token', 'access-token'],
  L03: ['access-token'],
  L06: ['hash'],
  L08: ['signature'],
  L12: ['hash'],
}
/** Names of lanes, and of a header field. */
const NAMES = ['session', 'token', 'authorization']

it('words of the glossary are taught before they are used', async () => {
  const taught = new Set<string>(NAMES)
  const names = termNames(en.term)
  for (const lesson of LESSONS) {
    for (const term of lesson.teaches) taught.add(term)
    const texts = [...(await wordsOf(lesson, 'en')).values()]
    const said = texts.flatMap((text) => linkedParts(text, names, new Set()))
    const early = said.flatMap((part) =>
      typeof part !== 'string' && !taught.has(part.term) ? part.term : [],
    )
    expect([lesson.id, [...new Set(early)]]).toEqual([lesson.id, IN_PASSING[lesson.id] ?? []])
  }
})

describe('a spoiler', () => {
  const lesson = LESSONS.find(({ id }) => id === 'L08')!
  const [step] = lesson.steps
  const found = async (key: string, text: string) => {
    const words = new Map(await wordsOf(lesson, 'en')).set(key, text)
    if (step?.do !== 'predict') throw new Error('no prediction')
    return spoilersOf({ lesson, step, right: 'session', words })
  }

  it('is found', async () => {
    expect(await found('lead', 'Support ends them. The session lane refuses her at once.')).toEqual(['lead'])
    expect(await found('lead', 'Only the session one.')).toEqual([])
    expect(await found('lead', 'Session only, as you will see.')).toEqual(['lead'])
    expect(await found(`step.${step!.id}.text`, 'The session lane has refused.')).toEqual([
      `step.${step!.id}.text`,
    ])
  })

  it('of one lane is found, be it one word', async () => {
    const other = LESSONS.find(({ id }) => id === 'L12')!
    const asked = other.steps.find(({ id }) => id === 'thief-first')
    if (asked?.do !== 'predict') throw new Error('no prediction')
    const key = `step.${asked.id}.text`
    const say = async (text: string) => {
      const words = new Map(await wordsOf(other, 'en')).set(key, text)
      return spoilersOf({ lesson: other, step: asked, right: 'alarm', words, outcome: 'alarm' })
    }
    expect(await say('The jwt lane gives the alarm.')).toEqual([key])
    expect(await say('Is there an alarm in the jwt lane?')).toEqual([])
  })

  it('is none where it is only asked', async () => {
    expect(await found('lead', 'Does the cookie lane refuse, or the jwt lane?')).toEqual([])
    expect(await found('learned', 'The session lane refuses at once.')).toEqual([])
  })
})
