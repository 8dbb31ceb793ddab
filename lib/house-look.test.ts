/** The look: what is not a token does not exist, and no class name is written that nothing answers to. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { __unstable__loadDesignSystem as loadDesignSystem } from 'tailwindcss'
import { beforeAll, expect, it } from 'vitest'
import { filesIn, programOf, read, root, sources } from './testing/house'

/** Lines of all sheets together, tokens among them. */
const LINES_OF_STYLE = 750
const SHEETS = filesIn('app/styles', /\.css$/)
const drawing = sources.filter((file) => file.startsWith('app/') && file.endsWith('.tsx'))

let isUtility: (name: string) => boolean

beforeAll(async () => {
  const require = createRequire(join(root, 'package.json'))
  const system = await loadDesignSystem(read('app/styles/site.css'), {
    base: join(root, 'app/styles'),
    loadStylesheet: async (id, base) => {
      const path = id.startsWith('.') ? join(base, id) : require.resolve(id)
      return { path, base: dirname(path), content: readFileSync(path, 'utf8') }
    },
  })
  isUtility = (name) => system.candidatesToCss([name])[0] !== null
})

it(`all style sheets together have at most ${LINES_OF_STYLE} lines`, () => {
  const lines = SHEETS.reduce((sum, sheet) => sum + read(sheet).trimEnd().split('\n').length, 0)
  expect(lines).toBeLessThanOrEqual(LINES_OF_STYLE)
})

it('every class name is a utility of the tokens, or one of the few that a sheet has', () => {
  const own = new Set(SHEETS.flatMap((sheet) => read(sheet).match(/(?<=\.)[a-z][\w-]*/g) ?? []))
  const unknown = drawing.flatMap((file) =>
    [...new Set(classesIn(file))]
      .filter((name) => !own.has(name) && !MARKERS.test(name) && !isUtility(name))
      .map((name) => `${file}: ${name}`),
  )
  expect(unknown).toEqual([])
})

it('colour, type and space come from tokens', () => {
  const raw = drawing.flatMap((file) =>
    classesIn(file)
      .filter((name) => RAW.test(name))
      .map((name) => `${file}: ${name}`),
  )
  expect(raw).toEqual([])
})

it('no component writes a style attribute: the content security policy would block it', () => {
  expect(drawing.filter((file) => /\sstyle=\{/.test(read(file)))).toEqual([])
})

/** What another element's variants refer to; they draw nothing by themselves. */
const MARKERS = /^(group|peer)(\/[\w-]+)?$/
/** Lengths and colours by hand; what the system paints in a contrast theme has only names of its own. */
const RAW =
  /(?:^|:)-?(?:text|bg|border(?:-[trblxyse])?|p[trblxyse]?|m[trblxyse]?|gap(?:-[xy])?|space-[xy]|leading|font|rounded(?:-[a-z]+)?|tracking|shadow|fill|stroke|outline)-\[(?!(?:Canvas|CanvasText|Highlight|HighlightText|SelectedItem|SelectedItemText|ButtonText|GrayText|LinkText)\]|length:|1\.5\]|\d+ch\])/

/** Words of every string that a className attribute or cx() is given. */
function classesIn(file: string): string[] {
  const found: string[] = []
  walk(programOf(file), false, found)
  return found.flatMap((text) => text.split(/\s+/)).filter(Boolean)
}

interface AnyNode {
  type?: string
  name?: { name?: string } | string
  callee?: AnyNode
  [key: string]: unknown
}

interface Quasi {
  value: { cooked: string }
}

/** Of `lane-${name} p-2` the words that are written out. */
const wholeWords = (quasis: readonly Quasi[]) =>
  quasis
    .map(({ value }) => value.cooked)
    .join('\0')
    .split(/\s+/)
    .filter((word) => !word.includes('\0'))
    .join(' ')

function walk(node: unknown, inside: boolean, found: string[]): void {
  if (Array.isArray(node)) for (const one of node) walk(one, inside, found)
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return
  const at = node as AnyNode
  if (inside && at.type === 'Literal' && typeof at.value === 'string') found.push(at.value)
  if (inside && at.type === 'TemplateLiteral') found.push(wholeWords(at.quasis as Quasi[]))
  const isClass = at.type === 'JSXAttribute' && (at.name as { name?: string })?.name === 'className'
  const isJoin = at.type === 'CallExpression' && at.callee?.type === 'Identifier' && at.callee.name === 'cx'
  // What is compared with, or asked of another function, is no class: `chosen === 'wire' && '…'`, `buttonClass({ look: 'quiet' })`.
  const skipped = at.type === 'BinaryExpression' || (at.type === 'CallExpression' && !isJoin)
  for (const [key, value] of Object.entries(at)) {
    if (key === 'type' || key === 'start' || key === 'end') continue
    const test = at.type === 'ConditionalExpression' && key === 'test'
    const index = at.type === 'MemberExpression' && key === 'property'
    walk(value, !skipped && !test && !index && (inside || isClass || isJoin), found)
  }
}
