/**
 * Makes the app of one lane: `node e2e/bare/make.ts session`. What it needs is copied, and nothing else of this project, into
 * `.next-bare-session` (here, because the packages are here), and built there with tables of that lane alone.
 */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { withEngine } from '../../prisma/engine.ts'

const root = resolve(import.meta.dirname, '../..')
const tool = (path: string) => join(root, 'node_modules', path)

/** The models of prisma/schema.prisma that the lane's stores use. */
const MODELS = {
  cookie: [],
  session: ['Session'],
  jwt: ['RefreshFamily', 'SpentRefreshToken', 'DeniedToken', 'UserKey', 'Cart'],
}

type Lane = keyof typeof MODELS

/** What may be taken home: a lane's own folder without what the site makes of it, the files beside, and what a visit and a cart are. */
const corePattern = (lane: Lane) =>
  new RegExp(`^lib/(strategies/(${lane}/(?!site/|lane\\.ts$))?[^/]+|shop/(visit|cart))\\.ts$`)

/** @returns its folder: `next start` runs there */
export async function make(lane: Lane): Promise<string> {
  const home = join(root, `.next-bare-${lane}`)
  rmSync(home, { recursive: true, force: true })
  for (const file of partsOf(lane)) copy(file, join(home, file.replace(/^e2e\/bare\//, '')))
  const app = join(home, lane)
  const settings = await tablesOf(lane, app)
  write(join(app, 'tsconfig.json'), TSCONFIG)
  write(join(app, 'next.config.ts'), NEXT_CONFIG)
  // The framework looks for one upwards, and would find the site's.
  write(join(app, 'instrumentation.ts'), 'export function register() {}\n')
  write(join(app, '.env'), `${[...settings, ...keys()].join('\n')}\n`)
  run(app, 'next/dist/bin/next', 'build')
  return app
}

/** The app and all that it imports, one by one. @throws when that is more than a lane alone */
export function partsOf(lane: Lane): string[] {
  const found = new Set(filesUnder(`e2e/bare/${lane}`))
  for (const file of found) for (const imported of importsOf(file)) found.add(imported)
  const foreign = [...found].filter(
    (file) => !new RegExp(`^e2e/bare/(${lane}|shared)/`).test(file) && !corePattern(lane).test(file),
  )
  if (foreign.length > 0) throw new Error(`${lane} is not alone, it needs ${foreign.join(', ')}`)
  return [...found].toSorted()
}

const filesUnder = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))

/** Own files, types too; packages and the database client stay out. */
function importsOf(file: string): string[] {
  const named = [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import) '([^']+)'/g)]
  return named.flatMap(([, name = '']) => {
    if (!/^(\.|@\/(?!generated\/))/.test(name)) return []
    const path = name.startsWith('@/') ? name.slice(2) : relative(root, resolve(root, dirname(file), name))
    const source = ['.ts', '.tsx', '/index.ts']
      .map((ending) => path + ending)
      .find((one) => existsSync(join(root, one)))
    if (!source) throw new Error(`${file} imports ${name}, which is no file`)
    return [source]
  })
}

/** The client and the database, of the lane's own tables. @returns settings */
async function tablesOf(lane: Lane, app: string): Promise<string[]> {
  if (MODELS[lane].length === 0) return []
  const path = join(app, 'prisma/schema.prisma')
  const content = schemaOf(lane)
  write(path, content)
  run(app, 'prisma/build/index.js', 'generate', '--schema', path)
  const url = pathToFileURL(join(app, 'shop.db')).href
  await withEngine(url, root, (engine) =>
    engine.schemaPush({ force: false, schema: { files: [{ path, content }] }, filters: NO_FILTER }),
  )
  return [`DATABASE_URL=${url}`]
}

const NO_FILTER = { externalTables: [], externalEnums: [] }

/** A shop is no sandbox of many: its rows hang on nothing. */
function schemaOf(lane: Lane): string {
  const all = readFileSync(join(root, 'prisma/schema.prisma'), 'utf8')
  const models = MODELS[lane].map((name) => {
    const [model] = new RegExp(`^model ${name} \\{.*?^\\}\\n`, 'ms').exec(all) ?? []
    if (!model) throw new Error(`There is no model ${name}`)
    return model.replace(/^ +sandbox +Sandbox .*\n/m, '')
  })
  return [CLIENT, ...models].join('\n')
}

const CLIENT = `generator client {
  provider = "prisma-client"
  output   = "../../generated/prisma"
}

datasource db {
  provider = "sqlite"
}
`

const key = () => randomBytes(32).toString('base64url')
const keys = () => ['VISIT_PASSWORD', 'ACCESS_KEY', 'REFRESH_KEY'].map((name) => `${name}=${key()}`)

const TSCONFIG = `${JSON.stringify({
  extends: '../../tsconfig.json',
  compilerOptions: { paths: { '@/*': ['../*'] } },
  include: ['next-env.d.ts', '../**/*.ts', '../**/*.tsx', '.next/types/**/*.ts'],
})}\n`

/** The driver of the database is no code to be bundled. */
const NEXT_CONFIG = `export default {
  turbopack: { root: ${JSON.stringify(root)} },
  serverExternalPackages: ['@libsql/client', '@prisma/adapter-libsql', '@prisma/driver-adapter-utils', 'libsql'],
}
`

function copy(file: string, to: string) {
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(join(root, file), to)
}

function write(path: string, text: string) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** The command of an installed package. */
function run(cwd: string, command: string, ...args: string[]) {
  const env = {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: '1',
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    // Prisma would fetch an engine that generating does not run: any existing file satisfies it.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    NODE_ENV: 'production' as const,
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool(command), ...args], {
    cwd,
    env,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${command} ${args[0]}: ${`${stdout}${stderr}`.slice(-2000)}`)
}

if (import.meta.main) {
  const lane = process.argv[2] as Lane
  if (!(lane in MODELS)) throw new Error('Which lane? cookie, session or jwt')
  const app = await make(lane)
  process.stdout.write(`cd ${relative(process.cwd(), app)} && npx next start\n`)
  // The engine that made the tables would hold the process for a minute.
  process.exit()
}
