// npm test: everything, on any machine, with one summary at the end.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { findBrowser } from './browser.ts'
import { noteBrowser } from './measured.ts'
import { build, type Environment, generate, migrate, tool } from './prepare.ts'
import { elapsed, root, run, Stop, say } from './say.mjs'
import { freePort, serve } from './serve.ts'

interface Outcome {
  ok: boolean
  passed: number
  failed: number
  note: string
  /** Of what failed, and of what passed at its second try only: with thousands of lines before it, a name above is not found. */
  names: string[]
}

const results: (Outcome & { name: string; time: string })[] = []

export default async function test() {
  const from = performance.now()
  const work = mkdtempSync(join(tmpdir(), 'remember-me-'))
  try {
    await stage('generate', async () => {
      await generate()
      return {}
    })
    await stage('lint', () => program('@biomejs/biome/bin/biome', ['check', '.']))
    await stage('types', types)
    await stage('unit and contract', () => unit(join(work, 'unit.json')))
    const built = await stage('production build', async () => ({
      ok: true,
      note: (await build()) ? '' : 'unchanged',
    }))
    if (built) await stage('browser', () => browser(work))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return summary(from)
}

/** Runs one stage and notes the outcome; one that fails does not keep the next from running. */
async function stage(name: string, work: () => Promise<Partial<Outcome>>) {
  say(`\n== ${name}`)
  const from = performance.now()
  const result: Outcome = { ok: true, passed: 0, failed: 0, note: '', names: [] }
  try {
    Object.assign(result, await work())
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    say(error.message)
    result.ok = false
  }
  results.push({ name, time: elapsed(from), ...result })
  return result.ok
}

async function program(path: string, args: string[], env: Environment = process.env) {
  const { code } = await run(process.execPath, [tool(path), ...args], { env, show: true })
  return { ok: code === 0 }
}

async function types() {
  const routes = await program('next/dist/bin/next', ['typegen'])
  return routes.ok ? program('typescript/bin/tsc', ['--noEmit']) : routes
}

async function unit(report: string) {
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { ok } = await program('vitest/vitest.mjs', args, { ...process.env, NODE_ENV: 'test' })
  const counts = readReport(report)
  const names = counts ? unitsNotAtOnce(counts) : []
  const late = names.filter((name) => name.startsWith(LATE)).length
  return {
    ok,
    passed: counts?.numPassedTests ?? 0,
    failed: counts?.numFailedTests ?? 0,
    note: lateNote(late),
    names,
  }
}

/** The production build, with a database of its own, in a real browser. */
async function browser(work: string): Promise<Partial<Outcome>> {
  if (!existsSync(join(root, 'e2e'))) return { note: 'no e2e folder' }
  const executable = await findBrowser()
  const port = await freePort()
  const {
    DATABASE_URL: _url,
    APP_ORIGIN: _app,
    ATTACKER_ORIGIN: _attacker,
    FRONT_ORIGIN: _front,
    ...rest
  } = process.env
  const env = { ...rest, DATA_DIR: join(work, 'data'), RATE_LIMIT_SCALE: '1000' }
  await migrate(env)
  const server = await serve({ port, env })
  const report = join(work, 'browser.json')
  try {
    const { ok } = await program('@playwright/test/cli.js', ['test', '--pass-with-no-tests'], {
      ...env,
      PORT: String(port),
      CHROMIUM_PATH: executable,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    })
    const read = readReport(report)
    const { expected = 0, unexpected = 0, skipped = 0, flaky = 0 } = read?.stats ?? {}
    const notes = [skipped ? `${skipped} skipped` : '', lateNote(flaky), noteBrowser(read, { passed: ok })]
    const names = (read?.suites ?? []).flatMap(notAtOnce)
    return { ok, passed: expected + flaky, failed: unexpected, note: notes.filter(Boolean).join('; '), names }
  } finally {
    server.stop()
    await server.ended
  }
}

function readReport(path: string) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}

const LATE = 'only at the second try'
const lateNote = (count: number) => (count > 0 ? `${count} passed at the second try only` : '')

interface UnitReport {
  testResults: { name: string; assertionResults: UnitResult[]; message?: string }[]
}

interface UnitResult {
  status: string
  fullName: string
  /** Of a first try too. */
  failureMessages: string[]
}

const unitsNotAtOnce = ({ testResults }: UnitReport): string[] =>
  testResults.flatMap(({ name, assertionResults, message }) => {
    const file = relative(root, name)
    const notAtOnce = assertionResults.filter(({ failureMessages }) => failureMessages.length > 0)
    const names = notAtOnce.map(
      ({ status, fullName }) => `${status === 'passed' ? LATE : status}: ${file} › ${fullName}`,
    )
    // Of the file itself, where no test of it has failed.
    return message && names.every((one) => one.startsWith(LATE)) ? [`failed: ${file}`, ...names] : names
  })

interface BrowserSuite {
  file: string
  suites?: BrowserSuite[]
  specs: { title: string; line: number; tests: { status: Status }[] }[]
}

type Status = 'expected' | 'unexpected' | 'flaky' | 'skipped'

const WORDS: Partial<Record<Status, string>> = { unexpected: 'failed', flaky: LATE }

const notAtOnce = ({ file, suites = [], specs }: BrowserSuite): string[] => [
  ...specs.flatMap(({ title, line, tests }) =>
    tests.flatMap(({ status }) => {
      const word = WORDS[status]
      return word ? [`${word}: e2e/${file}:${line} › ${title}`] : []
    }),
  ),
  ...suites.flatMap(notAtOnce),
]

function summary(from: number) {
  const sum = (key: 'passed' | 'failed') => results.reduce((total, result) => total + result[key], 0)
  say(
    `\n${'stage'.padEnd(20)}${'result'.padEnd(8)}${'time'.padStart(8)}${'passed'.padStart(8)}${'failed'.padStart(8)}`,
  )
  for (const { name, ok, time, passed, failed, note } of results) {
    const counts = passed + failed ? `${String(passed).padStart(8)}${String(failed).padStart(8)}` : ''
    say(
      `${name.padEnd(20)}${(ok ? 'ok' : 'FAILED').padEnd(8)}${time.padStart(8)}${counts}${note ? `  ${note}` : ''}`,
    )
  }
  say(`${'all'.padEnd(28)}${elapsed(from).padStart(8)}\n`)
  for (const name of results.flatMap(({ names }) => names)) say(name)
  say(`${sum('passed')} passed, ${sum('failed')} failed`)
  return results.every((result) => result.ok) ? 0 : 1
}
