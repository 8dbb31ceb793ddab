/** What an expression of ours costs over a text that a client chose: never the square of its length. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'rolldown/utils'
import { expect, test } from 'vitest'
import { nearMatches } from '@/lib/testing/text/near-matches'

const root = join(import.meta.dirname, '..')

interface Found {
  file: string
  expression: RegExp
}

/** All that run in the server, over whatever: heads, paths, queries, cookies, tokens, bodies. */
const files = [
  'proxy.ts',
  'instrumentation.ts',
  'instrumentation-node.ts',
  ...['lib', 'app'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  ),
].filter(
  (file) =>
    /^(?:lib\/.+\.tsx?|app\/.+\/route\.ts|[\w-]+\.ts)$/.test(file) &&
    !/\.test\.tsx?$|\.d\.ts$|^lib\/testing\//.test(file),
)

function expressionsIn(file: string): Found[] {
  const found: Found[] = []
  JSON.stringify(parseSync(file, readFileSync(join(root, file), 'utf8')).program, (key, node) => {
    if (key === 'regex') found.push({ file, expression: new RegExp(node.pattern, node.flags) })
    return typeof node === 'bigint' ? null : node
  })
  return found
}

/** Processor time of this process: what else the machine does plays no part. */
function cost(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

/** Longer and longer: an expression that doubles with each character would not come back from 15 000. */
const LENGTHS = [24, 300, 3000, 15_000]

/** One step for each pair of characters, and nothing besides: what squares cost on this machine. Ours cost less than a thousandth of it. */
const SQUARE = Math.min(
  ...Array.from({ length: 3 }, () => cost(() => void /a+$/.test(`${'a'.repeat(15_000)}b`))),
)
const MOST = SQUARE / 4

/** null: none is too dear. */
function dearest(expression: RegExp): string | null {
  for (const length of LENGTHS)
    for (const text of nearMatches(expression, length)) {
      const run = () => void text.replace(expression, '')
      // Once more: compiling it, or a collection of garbage, is not its fault.
      if (cost(run) > MOST && cost(run) > MOST)
        return `${length} characters like ${JSON.stringify(text.slice(0, 20))}`
    }
  return null
}

test.each([
  ['the cut of slashes that came last', /\/+(?=\?|$)/],
  ['the framework’s search for search engines', /[\w-]+-Google|Google-[\w-]+/i],
  ['the cut of white space at the end', /\s+$/],
  ['a repetition of a repetition', /^(?:a+)+$/],
  ['two that overlap', /^\w*\d*x$/],
])('%s is found out', (_, expression) => expect(dearest(expression)).not.toBeNull())

test('each of ours is linear over 15 000 characters that nearly match', () => {
  const all = files.flatMap(expressionsIn)
  expect(all.length).toBeGreaterThan(80)
  const dear = all.flatMap(({ file, expression }) => {
    const text = dearest(expression)
    return text ? [`${file} ${expression}: ${text}`] : []
  })
  expect(dear).toEqual([])
})

/** Each was looked at: the name of a claim before digits; a frame's own cookies, in the browser; codings of a list; names of lanes and devices between slashes, and of the checks of X24 behind them; a form of a page of our own, up to its id; a term of the glossary, as it is written. */
const PUT_TOGETHER = [
  'lib/glossary/linked.ts',
  'lib/labs/workbench/forms.ts',
  'lib/labs/stage/frames.ts',
  'lib/labs/where/place.ts',
  'lib/labs/x24-where/router.ts',
  'lib/trace/export/guest-text.ts',
  'lib/trace/model/lane-target.ts',
]

test('none is put together where it could not be found', () => {
  const made = files.filter((file) => readFileSync(join(root, file), 'utf8').includes('new RegExp('))
  expect(made.toSorted()).toEqual(PUT_TOGETHER.toSorted())
})
