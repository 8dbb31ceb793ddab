/** One meaning a word, and no path that leads nowhere. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { filesIn, programOf, read, root, sources } from './testing/house'

interface Exported {
  name: string
  file: string
}

const types: Exported[] = sources.flatMap((file) =>
  programOf(file).body.flatMap((node) => {
    if (node.type !== 'ExportNamedDeclaration' || node.declaration === null) return []
    const { declaration } = node
    const isType = /^TS(Interface|TypeAlias)Declaration$/.test(declaration.type)
    return isType ? [{ name: (declaration as { id: { name: string } }).id.name, file }] : []
  }),
)

it('no two types that are exported share a name', () => {
  const shared = [...Map.groupBy(types, ({ name }) => name)].filter(([, all]) => all.length > siblings(all))
  expect(shared.map(([name, all]) => `${name}: ${all.map(({ file }) => file).join(', ')}`)).toEqual([])
})

/** The cores of the three lanes have the same files, and these the same words. */
function siblings(all: Exported[]): number {
  const isCore = ({ file }: Exported) => /^lib\/strategies\/(cookie|session|jwt)\/[^/]+$/.test(file)
  return all.every(isCore) ? 3 : 1
}

/** Adjectives that end alike, and nouns. */
const NOUNS =
  /^(?:.*(?:Ring|String|Setting|Reading|Finding|Heading|Opening|Timing|Listing|Feed|Speed|Seed|Need|Embed))$/

it('a type is named by a noun', () => {
  const wrong = types.filter(({ name }) => /[a-z](ed|ing)$/.test(name) && !NOUNS.test(name))
  expect(wrong.map(({ name, file }) => `${name}: ${file}`)).toEqual([])
})

const DOCUMENTS = [
  'README.md',
  ...['docs', 'lib', 'app', 'e2e', 'deploy'].flatMap((folder) => filesIn(folder, /\.md$/)),
]

it('every path that a document names is there', () => {
  const wrong = DOCUMENTS.filter((file) => !file.startsWith('docs/decisions/')).flatMap((file) =>
    pathsIn(read(file))
      .filter((path) => ![root, join(root, dirname(file))].some((base) => existsSync(join(base, path))))
      .map((path) => `${file}: ${path}`),
  )
  expect(wrong).toEqual([])
})

/** In backquotes or as the target of a link; a name in braces stands for several. */
function pathsIn(text: string): string[] {
  const quoted = [...text.matchAll(/`((?:app|lib|e2e|prisma|scripts|docs|deploy)\/[\w./[\]()-]+)`/g)]
  const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)\)/g)]
  return [...quoted, ...linked].map(([, path]) => path!).filter((path) => !/NNNN|xNN/.test(path))
}
