/** A learner's sheet holds no answer; the teacher's key has every one that the lab's definition expects. */
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { WordsProvider } from '@/lib/i18n/client'
import { loadMessages } from '@/lib/i18n/messages'
import { LOCALES, type Locale } from '@/lib/i18n/routing'
import { LABS } from '@/lib/labs'
import { type Lab, lanesOf } from '@/lib/labs/lab'
import { correctedBy } from '../settled'
import { labWords, notedIn } from '../words'
import { PaperPage } from './paper-page'
import type { Paper } from './papers'

async function drawn(lab: Lab, paper: Paper, locale: Locale) {
  const words = await labWords(locale, lab.slug)
  const corrected = await correctedBy(lab, words.own, locale)
  const claim = await notedIn(locale)
  const page = <PaperPage {...{ lab, paper, locale, ...words, claim, corrected }} />
  const markup = renderToStaticMarkup(
    <WordsProvider locale={locale} messages={{ ...(await loadMessages(locale)), ...words.messages }}>
      {page}
    </WordsProvider>,
  )
  return { markup, own: words.own }
}

const inMarkup = (text: string) => renderToStaticMarkup(text)

describe.each(LOCALES)('%s', (locale) => {
  it.each(LABS)('$slug: the sheet asks, and answers nothing', async (lab) => {
    const { markup, own } = await drawn(lab, 'worksheet', locale)
    expect(markup).toContain(inMarkup(own('ask')))
    const corrects = lab.settles.filter((row) => own.has(`corrects.${row}`)).map((row) => `corrects.${row}`)
    const sos = lanesOf(lab.positions[0]).map((lane) => `so.default.${lane}`)
    const told = ['why.1.text', ...corrects, ...sos].filter((key) => markup.includes(inMarkup(own(key))))
    expect(told).toEqual([])
    expect(markup).not.toContain('<b>')
  })

  it.each(LABS)('$slug: the key has each answer, lane by lane', async (lab) => {
    const { markup, own } = await drawn(lab, 'key', locale)
    const [{ expected }] = lab.positions
    for (const moment of lab.moments) {
      const row = markup
        .slice(markup.lastIndexOf(`>${inMarkup(own(`moment.${moment}`))}</th>`))
        .split('</tr>')[0]!
      const answers = lanesOf(lab.positions[0]).map(
        (lane) => `<b>${inMarkup(own(`outcome.${expected[lane]![moment]}`))}</b>`,
      )
      expect([moment, answers.filter((answer) => !row.includes(answer))]).toEqual([moment, []])
    }
    expect(markup).toContain(inMarkup(own('why.1.text')))
  })
})
