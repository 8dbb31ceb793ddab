import { describe, expect, it } from 'vitest'
import { loadMessages } from '@/lib/i18n/messages'
import { LOCALES } from '@/lib/i18n/routing'
import { textOf } from '@/lib/i18n/text'
import { flipsOf } from './flips'
import { evidenceFor } from './measured'
import { type GivenAnswers, QUESTIONS } from './questions'
import { rank } from './rank'
import { recordOf } from './record'
import { RULES } from './rules'

const evidence = evidenceFor(RULES)
const made = { page: 'https://shop.example/choose?bite=at-once', date: '2026-11-29' }
const ALL = Object.fromEntries(QUESTIONS.map(({ id, answers }) => [id, answers[0]])) as GivenAnswers

describe.each(LOCALES)('the record, %s', async (locale) => {
  const { choose } = await loadMessages(locale, ['choose'])
  const t = textOf('choose', choose, locale)
  const written = (answers: GivenAnswers) =>
    recordOf(
      { answers, ranking: rank(answers, evidence), flips: flipsOf(answers, evidence) },
      {
        t,
        cell: ({ shown }, lane) => shown && { text: `cell of ${lane}`, href: `https://shop.example/${lane}` },
        dials: (_, dials) => JSON.stringify(dials),
        lanes: (lanes) => lanes.join(', '),
        ends: () => ({ own: '30 min', absolute: '12 h' }),
      },
      made,
    )

  it('says every answer, every lane and every reason with its link', () => {
    const text = written(ALL)
    for (const { id } of QUESTIONS)
      expect(text).toContain(`${t(`ask.${id}`)} ${t(`answer.${id}.${ALL[id]}`)}`)
    for (const { lane, lines } of rank(ALL, evidence)) {
      expect(
        text.match(new RegExp(`\\[cell of ${lane}\\]\\(https://shop.example/${lane}\\)`, 'g')),
      ).toHaveLength(lines.filter(({ shown }) => shown).length)
      for (const { rule } of lines) expect(text).toContain(t(`reason.${rule.reason}`))
    }
    expect(text).toContain(`<${made.page}>`)
  })

  it('has a place for each of ASVS 5.0, 7.1.1 to 7.1.3, and leaves no key and no brace', () => {
    const text = written(ALL)
    for (const id of ['7.1.1', '7.1.2', '7.1.3']) expect(text).toMatch(new RegExp(`^### ${id}: `, 'm'))
    expect(text).not.toMatch(/choose\.|\{\w+\}/)
    expect(text).toContain(t('record.federation-one'))
    expect(written({ ...ALL, believers: 'own' })).toContain(t('record.federation-more'))
  })

  it('says what was left open', () => {
    expect(written({}).split(t('open'))).toHaveLength(QUESTIONS.length + 1)
  })
})
