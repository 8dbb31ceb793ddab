import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'rolldown/utils'
import { expect, test } from 'vitest'
import { componentsOf, looseText } from '@/lib/testing/text/loose-text'

const app = join(import.meta.dirname, '..')

/** Drawn once and never changed: source, by the word. An element for each would be 250 KB of /code. */
const DRAWN_ONCE = ['_ui/reading/code-lines.tsx']

test('no page is lost to a translator', () => {
  const sources = readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => {
      const text = readFileSync(join(app, file), 'utf8')
      return { file, text, program: parseSync(file, text).program }
    })
  const components = componentsOf(sources.map(({ program }) => program))
  const loose = sources
    .filter(({ file }) => !DRAWN_ONCE.includes(file))
    .flatMap(({ file, text, program }) =>
      looseText(text, program, components).map((one) => `${file}:${one.line} ${one.text}`),
    )
  expect(loose).toEqual([])
})

const FOUND = [
  ['text before what comes and goes', '<p>a {x && <b>b</b>}</p>', ['a']],
  ['text after it', '<p>{x && <b>b</b>}: c</p>', [': c']],
  ['a blank beside it', "<p>{x && <b>b</b>}{' '}<b>c</b></p>", ["{' '}"]],
  ['words that change beside an element', "<p><b>b</b>{t('n', { n: 1 })}</p>", ["{t('n', { n: 1 })}"]],
  ['text that comes and goes', "<p><b>b</b>{x && 'a'}</p>", ["{x && 'a'}"]],
  ['text beside a list', '<p>a{xs.map((x) => <b key={x}>{x}</b>)}</p>', ['a']],
  ['text beside an element that is made anew', '<p>a<b key={x}>b</b></p>', ['a']],
  ['text beside a component that may draw nothing', '<p>a<Maybe /></p>', ['a']],
  ['texts in a row', '<p>{xs.map((x) => x.name)}</p>', ['{xs.map((x) => x.name)}']],
  ['text in a fragment: who knows what is beside it', '<>a</>', ['a']],
  ['text that a component lets stand beside something', '<Beside>a</Beside>', ['a']],
] as const

const LEFT = [
  ['text alone', "<p>{x ? 'a' : t('n', { n: 1 })}</p>"],
  ['an element or text, alone', "<p>{x ? <b>b</b> : 'a'}</p>"],
  ['text beside what stays', '<p>a <b>{x}</b> c</p>'],
  ['words that stay beside what stays', "<p><Icon />{t('n')}</p>"],
  ['text in a component that lets it stand alone', '<Alone>a</Alone>'],
  ['elements only', '<p>{x && <b>b</b>}<Maybe />{xs.map((x) => <b key={x}>{x}</b>)}</p>'],
] as const

const OTHERS = `
  const t = useText('n')
  const Icon = () => <svg />
  const Maybe = ({ x }) => x ? <b>b</b> : null
  const Alone = ({ children }) => <p>{children}</p>
  const Beside = ({ x, children }) => <p>{x && <b>b</b>}{children}</p>
`

function looseIn(jsx: string): string[] {
  const source = `${OTHERS}const Here = ({ x, xs }) => (${jsx})`
  const { program, errors } = parseSync('here.tsx', source)
  expect(errors).toEqual([])
  return looseText(source, program, componentsOf([program])).map(({ text }) => text)
}

test.each(FOUND)('finds %s', (_, jsx, texts) => {
  expect(looseIn(jsx)).toEqual(texts.map((text) => text.trim()))
})

test.each(LEFT)('leaves %s', (_, jsx) => {
  expect(looseIn(jsx)).toEqual([])
})

test('finds a component that is text', () => {
  expect(looseIn('x.name')).toEqual(['x.name'])
})
