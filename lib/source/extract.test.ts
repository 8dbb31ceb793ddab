import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { extract, extractFile } from './extract'
import type { FileSource, Kind } from './listing'

const root = resolve(import.meta.dirname, '../..')
const of = (...lines: string[]) => extractFile('lib/a.ts', lines.join('\n'))
const words = ({ lines }: FileSource, kind: Kind) =>
  lines.flat().flatMap((part) => (typeof part !== 'string' && part[0] === kind ? [part[1]] : []))

describe('symbols', () => {
  test('what a file declares, with the comments right above', () => {
    const { symbols } = of(
      '/** About the file. */',
      '',
      '// why',
      '/** What. */',
      'export function plain() {',
      '  return 1',
      '}',
      'const arrow = () => 2 // beside',
      'interface Shape {}',
    )
    expect(symbols).toEqual({ plain: [3, 5, 7], arrow: [8, 8, 8], Shape: [9, 9, 9] })
  })

  test('what a function returns, and what an object has', () => {
    const { symbols } = of(
      'export function makeStore() {',
      '  const other = { no: 1 }',
      '  return {',
      '    /** Finds. */',
      '    async find(id) {',
      '      return id',
      '    },',
      '    end: () => ({ done: true }),',
      '  }',
      '}',
      'export const strategy = { open() {} } as const',
      'const weak = (ids) => ({ make: ids.make })',
    )
    expect(Object.keys(symbols)).toEqual([
      'makeStore',
      'makeStore.find',
      'makeStore.end',
      'strategy',
      'strategy.open',
      'weak',
      'weak.make',
    ])
    expect(symbols['makeStore.find']).toEqual([4, 5, 7])
  })

  test('what a class keeps to itself, and what a file is for', () => {
    const { symbols } = of(
      'class Kept {',
      '  #all() {}',
      '}',
      '/** Draws. */',
      'export default function Page() {}',
    )
    expect(symbols).toEqual({ Kept: [1, 1, 3], 'Kept.#all': [2, 2, 2], Page: [4, 5, 5] })
  })
})

describe('words', () => {
  const source = of(
    '// if this were code',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the text of a program
    'const text = `return ${await call(text)} "if"` + \'x\' + /else/.source',
    'export type Name = { if: Other }',
    'const n: number = 2',
  )

  test('a keyword in a comment, a text or a name is none', () =>
    expect(words(source, 'k')).toEqual(['const', 'await', 'export', 'type', 'const', 'number']))
  test('texts', () => expect(words(source, 's')).toEqual(['`return ${', '} "if"`', "'x'", '/else/']))
  test('names of functions', () => expect(words(source, 'f')).toEqual(['call']))
  test('names of types', () => expect(words(source, 't')).toEqual(['Name', 'Other']))
  test('a private name is one word, and so is a name or a text of a page', () => {
    const kept = of(
      'class Kept {',
      '  #allOf = 1',
      '  #mayStore() {',
      '    return this.#isFull()',
      '  }',
      '}',
    )
    expect(words(kept, 'k')).toEqual(['class', 'return', 'this'])
    expect(words(kept, 'f')).toEqual(['#mayStore', '#isFull'])
    const page = extractFile('app/a.tsx', 'const a = <OrderList data-of="it">no keyword in it</OrderList>')
    expect(words(page, 'k')).toEqual(['const'])
  })
  test('a file that does not parse is an error with its name', () =>
    expect(() => of('const = 1')).toThrow('lib/a.ts'))
})

test('every file comes out as it went in', () => {
  for (const [file, { lines }] of Object.entries(extract(root))) {
    const text = lines.map((line) => line.map((part) => (typeof part === 'string' ? part : part[1])).join(''))
    expect(`${text.join('\n')}\n`, file).toBe(readFileSync(`${root}/${file}`, 'utf8'))
  }
})
