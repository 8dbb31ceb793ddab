/** Small rooms: what is larger than a thought is two. */
import { dirname } from 'node:path'
import { expect, it } from 'vitest'
import { programOf, read, sources } from './testing/house'

const FILES_IN_A_FOLDER = 20
const LINES_OF_A_FILE = 200
/** `own`: without those of functions in it. What draws has a line for each attribute, and may have ten more. */
const LINES_OF_A_FUNCTION = { own: 40, drawing: 50, whole: 60 }

it('no folder has more than 20 source files', () => {
  const full = [...Map.groupBy(sources, dirname)].filter(([, files]) => files.length > FILES_IN_A_FOLDER)
  expect(full.map(([folder, files]) => `${folder}: ${files.length}`)).toEqual([])
})

it('no file is longer than 200 lines', () => {
  const long = sources.map((file) => [file, linesOf(read(file))] as const)
  expect(long.filter(([, lines]) => lines > LINES_OF_A_FILE)).toEqual([])
})

it('no function is longer than 40 lines, nor 60 with the functions in it', () => {
  const long = sources.flatMap((file) => {
    const draws = file.endsWith('.tsx') ? 'drawing' : 'own'
    const lines = (span: Span) => linesOf(read(file).slice(span.start, span.end))
    return functionsIn(programOf(file))
      .map((one) => ({ one, whole: lines(one), own: lines(one) - sum(one.inner.map((it) => lines(it) - 1)) }))
      .filter(({ own, whole }) => own > LINES_OF_A_FUNCTION[draws] || whole > LINES_OF_A_FUNCTION.whole)
      .map(({ one, own, whole }) => `${file}:${linesOf(read(file).slice(0, one.start))} ${own} of ${whole}`)
  })
  expect(long).toEqual([])
})

it('what the page knows and what can be said about exchanges draw nothing', () => {
  const drawing = sources.filter((file) => /^(app\/_live|lib\/reading)\//.test(file) && file.endsWith('.tsx'))
  expect(drawing).toEqual([])
  const touching = sources.filter(
    (file) => file.startsWith('lib/reading/') && /^[^*]*\b(document|window|localStorage)\./m.test(read(file)),
  )
  expect(touching).toEqual([])
})

const linesOf = (text: string) => text.trimEnd().split('\n').length

interface Span {
  start: number
  end: number
  /** Functions directly in it. */
  inner: Span[]
}

function functionsIn(program: unknown): Span[] {
  const found: Span[] = []
  const walk = (node: unknown, around: Span | null): void => {
    if (Array.isArray(node)) {
      for (const one of node) walk(one, around)
      return
    }
    if (typeof node !== 'object' || node === null) return
    const { type, start, end } = node as { type?: string } & Span
    const isFunction = /Function(Declaration|Expression)$/.test(type ?? '')
    const here = isFunction ? { start, end, inner: [] } : around
    if (here && here !== around) {
      found.push(here)
      around?.inner.push(here)
    }
    for (const value of Object.values(node)) walk(value, here)
  }
  walk(program, null)
  return found
}

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)
