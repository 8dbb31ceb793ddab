/** What the workbench says of each line is what Chromium did in the run that lib/browsers/engines.json keeps. */
import { describe, expect, it } from 'vitest'
import { ENGINES } from '@/lib/browsers/engines'
import { inChromium } from './chromium'
import { LINES, nameOfLine } from './lines'
import { type CookieContext, expectationOf } from './storage-model'

const chromium = ENGINES.find(({ engine }) => engine === 'Chromium')!
const octetsOf = (text: string) => Buffer.byteLength(text)

const around: CookieContext = {
  host: 'localhost',
  secureOrigin: true,
  crossSite: false,
  requestPath: '/',
  now: Date.parse(chromium.date),
}

/** As the run writes it. */
function said(line: string): string {
  const { kind, keptUntil } = inChromium(line, around, octetsOf) ?? expectationOf(line, around, octetsOf)
  if (kind !== 'stored') return 'gone'
  if (keptUntil === null) return 'session'
  if (/max-age/i.test(line)) return `${Math.round((keptUntil - around.now) / 60_000)} min`
  return new Date(keptUntil).toISOString()
}

/** What ends at the limit of 400 days ends with the day of the run, not with its first minute. */
const sameDay = (seen: string, text: string) => seen === text || Date.parse(seen) === Date.parse(text)

it('every engine was tried with every line', () => {
  for (const { bench } of ENGINES) expect(Object.keys(bench)).toEqual(LINES.map(nameOfLine))
  expect(new Set(LINES.map(nameOfLine)).size).toBe(LINES.length)
})

describe('Chromium', () => {
  it.each(LINES.map((line) => [nameOfLine(line), line]))('%s', (name, line) => {
    const [seen, text] = [chromium.bench[name]!, said(line)]
    const capped = expectationOf(line, around, octetsOf).capped && !/max-age/i.test(line)
    if (capped) expect(seen.slice(0, 10)).toBe(text.slice(0, 10))
    else expect([name, sameDay(seen, text) ? text : seen]).toEqual([name, text])
  })
})
