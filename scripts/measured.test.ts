import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { noteBrowser } from './measured.ts'

let folder: string
let file: string
const before = { engine: 'Chromium', version: '7.0.1.2', date: '2000-01-01' }
const written = () => JSON.parse(readFileSync(file, 'utf8'))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'remember-me-'))
  file = join(folder, 'measured.json')
  writeFileSync(file, JSON.stringify(before))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** As Playwright reports a run: a describe in a file, and a file with a test that says more. */
const report = (version: string) => ({
  suites: [
    { specs: [], suites: [{ specs: [{ tests: [{ annotations: [] }] }] }] },
    { specs: [{ tests: [{ annotations: [{ type: 'browser version', description: version }] }] }] },
  ],
})

it.each([
  ['7.0.1.2', /7\.0\.1\.2$/],
  ['8.0.0.1', /8\.0\.0\.1; the site names .* 7\.0\.1\.2$/],
])('a run in %s is noted, and nothing is written', (version, note) => {
  expect(noteBrowser(report(version), { passed: true, file, env: {} })).toMatch(note)
  expect(written()).toEqual(before)
})

it('a run that is asked to writes it down', () => {
  const asked = { file, env: { RECORD_BROWSER: '1' }, date: '2001-02-03' }
  expect(noteBrowser(report('8.0.0.1'), { ...asked, passed: true })).toMatch(/written down$/)
  expect(written()).toEqual({ engine: 'Chromium', version: '8.0.0.1', date: '2001-02-03' })
})

it('but not where a test failed: it holds nothing then', () => {
  const asked = { file, env: { RECORD_BROWSER: '1' } }
  expect(noteBrowser(report('8.0.0.1'), { ...asked, passed: false })).toMatch(/not written down/)
  expect(written()).toEqual(before)
})

it('a run that did not get as far as that says nothing', () => {
  for (const none of [null, { suites: [] }])
    expect(noteBrowser(none, { passed: false, file, env: { RECORD_BROWSER: '1' } })).toBe('')
  expect(written()).toEqual(before)
})
