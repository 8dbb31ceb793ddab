/** The rows of the study note have numbers of our own: a visitor reads what the note says, and no number. */
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { WordsProvider } from '@/lib/i18n/client'
import { loadMessages } from '@/lib/i18n/messages'
import { LOCALES } from '@/lib/i18n/routing'
import { LABS, labOf } from '@/lib/labs'
import { MYTHS } from '@/lib/labs/myths'
import { MythCards } from './myth/myth-cards'
import { Settles } from './settles'
import { sheetOf } from './sheet'
import { labWords, mythWords, notedIn } from './words'

const NUMBER = /S-\d/

describe.each(LOCALES)('%s', (locale) => {
  it.each(LABS.filter(({ settles }) => settles.length > 0))('lab $slug: what it settles', async (lab) => {
    const words = await labWords(locale, lab.slug)
    const page = renderToStaticMarkup(await Settles({ lab, locale, ...words }))
    expect(page.match(/<q>/g)).toHaveLength(lab.settles.length)
    expect(page.match(/href="[^"]*\/note#S-\d{3}"/g)).toHaveLength(lab.settles.length)
    expect(page.replaceAll(/href="[^"]*"/g, '')).not.toMatch(NUMBER)
  })

  it('the myths: what the note says of each', async () => {
    const noted = await notedIn(locale)
    const myths = MYTHS.map((myth) => ({
      myth,
      sheet: sheetOf(labOf(myth.lab)!, null),
      noted: myth.rows.map((row) => noted(row)),
    }))
    const page = renderToStaticMarkup(
      <WordsProvider
        locale={locale}
        messages={{ ...(await loadMessages(locale)), ...(await mythWords(locale)) }}
      >
        <MythCards myths={myths} />
      </WordsProvider>,
    )
    for (const { noted } of myths)
      for (const said of noted) expect(page).toContain(renderToStaticMarkup(said))
    expect(page).not.toMatch(NUMBER)
  })
})
