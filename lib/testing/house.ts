/** The project as a graph of files, parsed, so that re-exports and dynamic imports count: what the house rules are asked of. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseSync } from 'rolldown/utils'

export const root = resolve(import.meta.dirname, '../..')

export interface Import {
  from: string
  /** As it is written. */
  name: string
  /** A file of the project, from its root, or the name of a package. */
  to: string
  /** Gone after compilation. */
  isType: boolean
}

export const read = (file: string) => readFileSync(join(root, file), 'utf8')

/** All files under a folder, from the root; not what the framework or a test makes. */
export const filesIn = (folder: string, ending: RegExp) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .toSorted()

/** What runs: no tests, and nothing that only they need. */
export const sources = ['app', 'lib']
  .flatMap((folder) => filesIn(folder, /(?<!\.test|\.d)\.tsx?$/))
  .filter((file) => !/^lib\/testing\/|\/testing\.ts$/.test(file))

const known = new Set(sources)
const parsed = new Map(sources.map((file) => [file, parseSync(file, read(file))] as const))

export const programOf = (file: string) => parsed.get(file)!.program

export function importsOf(file: string): Import[] {
  const { module } = parsed.get(file)!
  const text = read(file)
  const found = (name: string, isType: boolean) => ({ from: file, name, to: pathOf(file, name), isType })
  const fixed = module.staticImports.map(({ moduleRequest, entries }) =>
    found(moduleRequest.value, entries.length > 0 && entries.every(({ isType }) => isType)),
  )
  const passedOn = module.staticExports
    .flatMap(({ entries }) => entries)
    .flatMap(({ moduleRequest, isType }) => (moduleRequest ? [found(moduleRequest.value, isType)] : []))
  const later = module.dynamicImports.map(({ moduleRequest }) =>
    found(text.slice(moduleRequest.start + 1, moduleRequest.end - 1), false),
  )
  return [...fixed, ...passedOn, ...later]
}

export const allImports = () => sources.flatMap(importsOf)

function pathOf(file: string, name: string): string {
  const path = name.startsWith('@/')
    ? name.slice(2)
    : name.startsWith('.')
      ? relative(root, resolve(root, dirname(file), name))
      : null
  if (path === null) return name
  return [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find((one) => known.has(one)) ?? path
}

/** `lib/trace`, `app/_panel`; routes are one room, whatever their address. */
export function roomOf(path: string): string {
  const [floor, room, ...rest] = path.split('/')
  if (floor === 'app' && !room?.startsWith('_')) return 'routes'
  return rest.length > 0 ? `${floor}/${room}` : floor!
}

/** Groups of files that need one another, types too. */
export function circles(imports: readonly Import[]): string[][] {
  const edges = Map.groupBy(imports, ({ from }) => from)
  const found: string[][] = []
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const path: string[] = []
  const visit = (file: string) => {
    order.set(file, order.size)
    low.set(file, order.get(file)!)
    path.push(file)
    for (const { to } of edges.get(file) ?? []) {
      if (!known.has(to) || to === file) continue
      if (!order.has(to)) visit(to)
      if (path.includes(to)) low.set(file, Math.min(low.get(file)!, low.get(to)!))
    }
    if (low.get(file) !== order.get(file)) return
    const circle = path.splice(path.indexOf(file))
    if (circle.length > 1) found.push(circle.toSorted())
  }
  for (const file of sources) if (!order.has(file)) visit(file)
  return found
}
