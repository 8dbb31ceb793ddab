// Which browser the browser tests ran in, and which one the site names: lib/browsers/measured.json. Another one is no failure.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './say.mjs'

const FILE = join(root, 'lib/browsers/measured.json')
const ENGINE = 'Chromium'

interface Asked {
  passed: boolean
  file?: string
  env?: Record<string, string | undefined>
  date?: string
}

/** As Playwright reports a run. */
interface Suite {
  specs?: { tests: { annotations: { type: string; description?: string }[] }[] }[]
  suites?: Suite[]
}

/** RECORD_BROWSER=1 writes it down, where everything passed. @returns for the summary */
export function noteBrowser(
  report: Suite | null,
  { passed, file = FILE, env = process.env, date = today() }: Asked,
): string {
  const version = versionIn(report)
  if (!version) return ''
  const ran = `${ENGINE} ${version}`
  if (env.RECORD_BROWSER === '1') {
    if (!passed) return `${ran}, not written down: not everything passed`
    writeFileSync(file, `${JSON.stringify({ engine: ENGINE, version, date }, null, 2)}\n`)
    return `${ran}, written down`
  }
  const written = JSON.parse(readFileSync(file, 'utf8'))
  return written.version === version ? ran : `${ran}; the site names ${written.engine} ${written.version}`
}

/** As e2e/browser-version.spec.ts has it from the browser, in the report of the run. */
function versionIn(report: Suite | null): string | null {
  const suites = report?.suites ?? []
  for (const suite of suites) {
    const tests = (suite.specs ?? []).flatMap((spec) => spec.tests)
    const found = tests.flatMap((test) => test.annotations).find(({ type }) => type === 'browser version')
    const version = found?.description ?? versionIn(suite)
    if (version) return version
  }
  return null
}

function today() {
  return new Date().toISOString().slice(0, 10)
}
