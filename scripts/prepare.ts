// From sources to a server that can start: database client, production build. Each only when its input changed.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { must, root, Stop, step } from './say.mjs'

/** What a program is given as its environment. */
export type Environment = Record<string, string | undefined>

export const distDir = process.env.NEXT_DIST_DIR ?? '.next'

const QUIET = { NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' }

/** Runs the command-line script of an installed package on this Node. */
export const tool = (path: string) => join(root, 'node_modules', path)

export async function generate() {
  await readSource()
  const stamp = join(root, 'generated/stamp')
  const input = fingerprint(['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'])
  if (read(stamp) === input) return
  await step('Generating the database client', () =>
    // Prisma would fetch an engine that generating does not run: any existing file satisfies it.
    must('Generating the database client', process.execPath, [tool('prisma/build/index.js'), 'generate'], {
      env: { ...process.env, ...QUIET, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
    }),
  )
  writeFileSync(stamp, input)
}

/** The listings that pages show, from the sources as they are now. */
export async function readSource() {
  await must('Reading the sources', process.execPath, [join(root, 'lib/source/write.ts')])
  await must('Bundling the nodes', process.execPath, [join(root, 'lib/labs/cluster/bundle.ts')])
}

export async function migrate(env: Environment) {
  await must('Preparing the database', process.execPath, [join(root, 'prisma/migrate.ts')], { env })
}

/** @returns false when the last build still holds */
export async function build(): Promise<boolean> {
  const stamp = join(root, distDir, 'sources')
  const input = fingerprint(sources())
  if (read(stamp) === input) {
    copyTools()
    return false
  }
  rmSync(stamp, { force: true })
  await step('Building the site', () =>
    must('The build', process.execPath, [tool('next/dist/bin/next'), 'build'], {
      env: { ...process.env, ...QUIET, NODE_ENV: 'production' },
    }),
  )
  const standalone = join(root, distDir, 'standalone')
  onlyTheProgram(standalone)
  copy(join(root, 'public'), join(standalone, 'public'))
  copy(join(root, distDir, 'static'), join(standalone, distDir, 'static'))
  copyTools()
  writeFileSync(stamp, input)
  return true
}

/** The bundler takes along what a file name that is put together may mean: one without a remark, and the whole project is copied. */
function onlyTheProgram(standalone: string) {
  if (existsSync(join(standalone, 'lib')))
    throw new Stop('The build has copied the sources: a call of node:fs lacks its turbopackIgnore remark.')
}

/** What whoever runs the build needs beside it. */
function copyTools() {
  for (const name of ['backup.ts', 'restore.ts', 'copies.ts', 'drain.ts'])
    copy(join(root, 'scripts', name), join(root, distDir, 'standalone/scripts', name))
  copy(join(root, 'generated/cluster'), join(root, distDir, 'standalone/generated/cluster'))
}

function copy(from: string, to: string) {
  if (existsSync(from)) cpSync(from, to, { recursive: true })
}

/** All that a build depends on: the folders of the app and the files beside them. */
function sources() {
  const beside = readdirSync(root).filter(
    (name) => /\.(ts|json)$/.test(name) && !/^(next-env|vitest|playwright)/.test(name),
  )
  const folders = ['app', 'lib', 'prisma', 'public', 'styles'].filter((name) => existsSync(join(root, name)))
  const inside = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
  )
  return [...beside, ...inside].sort()
}

function fingerprint(files: string[]) {
  const hash = createHash('sha256').update(process.version)
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function read(path: string) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}
