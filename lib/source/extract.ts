/** Reads the sources that pages show, with the parser that also bundles the tests. Runs when the site is built, never in it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { parseSync } from 'rolldown/utils'
import { AROUND } from './around.ts'
import { linesOf } from './highlight.ts'
import type { FileSource, SourceFiles } from './listing.ts'
import { symbolsOf } from './symbols.ts'

const FOLDERS = ['lib/http', 'lib/sandbox', 'lib/serve', 'lib/shares', 'lib/shop', 'lib/strategies']
/** Of the labs only what the page cites. */
const FILES = AROUND.map(({ ref }) => ref.file)

export function extract(root: string): SourceFiles {
  const files = [...FOLDERS.flatMap((folder) => filesUnder(root, folder)), ...FILES].sort()
  return Object.fromEntries(
    files.map((file) => [file, extractFile(file, readFileSync(join(root, file), 'utf8'))]),
  )
}

export function extractFile(file: string, given: string): FileSource {
  // A clone on Windows may have other ends of lines.
  const text = given.replaceAll('\r\n', '\n').trimEnd()
  const parsed = parseSync(file, text)
  if (parsed.errors.length > 0) throw new Error(`${file}: ${parsed.errors[0]!.message}`)
  return { lines: linesOf(text, parsed), symbols: symbolsOf(text, parsed) }
}

const filesUnder = (root: string, folder: string) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.test|\.d)\.ts$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
