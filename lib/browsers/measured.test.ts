/** What the site says of a browser's version is said in one place: lib/browsers/measured.json. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Messages, namesIn } from '@/lib/i18n/format'
import { LOCALES, type Locale } from '@/lib/i18n/routing'
import { catalogueFile } from '@/lib/testing/text/catalogue-file'
import { ALL_NAMESPACES, allMessages } from '@/lib/testing/text/catalogues'
import { nameOf } from './browser'
import { MEASURED_IN } from './measured'
import measured from './measured.json'

const root = resolve(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

const filesUnder = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs|json|md|css)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))

const leaves = (messages: Messages, path: string): [key: string, text: string][] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}.${key}`, value] as [string, string]]
      : leaves(value, `${path}.${key}`),
  )

/** As they lie in their files: under the name of the catalogue, as they are loaded. */
const rawOf = (locale: Locale) =>
  ALL_NAMESPACES.flatMap((name) => leaves(JSON.parse(read(catalogueFile(locale, name))), name))

it('is written as a run writes it', () => {
  const form = z.strictObject({
    engine: z.literal('Chromium'),
    version: z.string().regex(/^\d+(\.\d+){3}$/),
    date: z.iso.date(),
  })
  expect(form.parse(measured)).toEqual(measured)
  expect(read('lib/browsers/measured.json')).toBe(`${JSON.stringify(measured, null, 2)}\n`)
  expect(nameOf({ engine: 'Engine', version: '7.0.12.3', date: '2000-01-01' })).toBe('Engine 7')
})

describe('a version of an engine', () => {
  const VERSION =
    /(?:chromium|chrome|firefox|webkitgtk|webkit|safari|edge|크로미움|크롬|파이어폭스|웹킷|사파리)[\s/]*(?:version |버전 )?\d+(?!\d*gtk)/gi

  /** File and words, and why they stand: a limit that an engine itself has published, say ("since …"). */
  const DECLARED: { file: string; words: string; because: string }[] = ['WebKit', 'Safari'].map((name) => ({
    file: 'scripts/faults/browser-fields.ts',
    words: `${name}/${537}`,
    because: 'what each browser of that family says in User-Agent',
  }))

  it('stands in no text and no code', () => {
    const files = ['README.md', ...['app', 'lib', 'e2e', 'docs', 'scripts'].flatMap(filesUnder)]
    expect(files.length).toBeGreaterThan(500)
    const found = files.flatMap((file) =>
      (read(file).match(VERSION) ?? []).map((words) => ({ file, words: words.replaceAll(/\s+/g, ' ') })),
    )
    expect(found).toEqual(DECLARED.map(({ file, words }) => ({ file, words })))
  })

  it.each([
    `Chromium ${7}`,
    `Chromium\n${7}`,
    `Chromium version ${7}`,
    `Chrome/${7}.0`,
    `크롬 ${7}`,
    `Firefox ${7}`,
    `WebKitGTK ${7}`,
  ])('is known in any spelling: %j', (words) => expect(words.match(VERSION)).not.toBeNull())
})

describe.each(LOCALES)('messages name it as {chromium}, %s', async (locale) => {
  const naming = rawOf(locale).filter(([, text]) => text.includes('{chromium}'))

  it('and it is filled in when they are loaded', async () => {
    const loaded = new Map(
      Object.entries(await allMessages(locale)).flatMap(([name, messages]) => leaves(messages, name)),
    )
    expect(naming.length).toBeGreaterThan(10)
    for (const [key, text] of naming)
      expect([key, loaded.get(key)]).toEqual([key, text.replaceAll('{chromium}', MEASURED_IN)])
    expect([...loaded].filter(([, text]) => namesIn(text).includes('chromium'))).toEqual([])
  })

  it('but not where a file is read as it is', () => {
    const asItIs = /^(door|pictures|numbers)\./
    expect(naming.filter(([key]) => asItIs.test(key))).toEqual([])
  })

  it('in both languages at once', () => {
    const other = LOCALES.find((one) => one !== locale)!
    const keys = rawOf(other)
      .filter(([, text]) => text.includes('{chromium}'))
      .map(([key]) => key)
    expect(naming.map(([key]) => key).toSorted()).toEqual(keys.toSorted())
  })

  it('with no particle that hangs on how the number is read', () => {
    const hangs = /\{chromium\}(?:은|는|이|가|을|를|과|와|으로|로)/
    expect(naming.filter(([, text]) => hangs.test(text))).toEqual([])
  })
})

it('files of messages that nobody loads through lib/i18n are filled in by who fetches them', () => {
  const readers = ['app', 'lib']
    .flatMap(filesUnder)
    .filter(
      (file) =>
        !/\.test\.tsx?$/.test(file) &&
        /i18n\/messages\/(en|ko)\/|labs\/x[^/]*\/(en|ko)\.json/.test(read(file)),
    )
  const door = ['lib/http/door/notice.ts', 'lib/http/door/unheard.ts']
  expect(readers.toSorted()).toEqual(['app/_panel/notes/note-text.ts', ...door])
  expect(read('app/_panel/notes/note-text.ts')).toContain('filledIn((await load()).default)')
})
