/** The page of the note: every row once, and nothing in it that leads nowhere. */
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/i18n/routing'
import { ROWS } from '@/lib/note'
import { isProved } from '@/lib/note/proof'
import { VERDICTS } from '@/lib/note/row'
import { NotePage } from './note-page'

const count = (markup: string, text: RegExp) => markup.match(text)?.length ?? 0

describe.each(LOCALES)('%s', async (locale) => {
  const page = renderToStaticMarkup(await NotePage({ locale }))
  const rows = page.match(/<li id="S-\d{3}".*?<\/li>/g)!

  it('has every row once, with its verdict and whether it runs', () => {
    expect(rows.map((row) => /data-is="([^"]*)"/.exec(row)![1])).toEqual(
      ROWS.map(({ verdict, proof }) => `${verdict} ${isProved(proof) ? 'proved' : 'open'}`),
    )
    expect(rows.map((row) => /id="(S-\d{3})"/.exec(row)![1])).toEqual(ROWS.map(({ id }) => id))
  })

  it('corrects each row that is not plainly correct, and leads to each proof', () => {
    for (const [index, { id, verdict, proof }] of ROWS.entries()) {
      expect([id, /<b>.+<\/b>/.test(rows[index]!)]).toEqual([id, verdict !== 'correct'])
      const last = rows[index]!.slice(rows[index]!.lastIndexOf('<div>'))
      expect([id, /<a href="\/[^"]+">/.test(last)]).toEqual([id, isProved(proof)])
    }
  })

  it('lacks no word, and leads within the page only to what is there', () => {
    expect(page.match(/(?:note|claims|sources|lab-[\w-]+|lesson-[\w-]+)\.[a-z][\w.-]+/g)).toBeNull()
    const ids = new Set(Array.from(page.matchAll(/ id="([^"]+)"/g), ([, id]) => id))
    expect(ids.size).toBe(count(page, / id="/g))
    const inside = Array.from(page.matchAll(/<a href="#([^"]+)"/g), ([, id]) => id)
    expect(inside.filter((id) => !ids.has(id))).toEqual([])
  })

  it('the filter has a button for each kind, and a rule for each but one', () => {
    for (const kind of [...VERDICTS, 'proved', 'open']) {
      expect(page).toContain(`id="only-${kind}"`)
      expect(page).toContain(
        `has-[#only-${kind}:checked]:[&amp;_[data-is]:not([data-is~=${kind}],:target,:has(:target))]:hidden`,
      )
    }
  })
})
