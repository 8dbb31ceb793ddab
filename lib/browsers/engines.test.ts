/** What the site says of an engine is in lib/browsers/engines.json, which only a run writes. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Messages } from '@/lib/i18n/format'
import { LOCALES } from '@/lib/i18n/routing'
import { allMessages } from '@/lib/testing/text/catalogues'
import { nameOf } from './browser'
import { differingCells, differingLines, ENGINES } from './engines'
import measured from './measured.json'

const of = (name: string) => ENGINES.find(({ engine }) => engine === name)!

it('is written as a run writes it', () => {
  const named = <T extends z.ZodType>(value: T) => z.record(z.string(), value)
  const form = z.strictObject({
    engine: z.enum(['Chromium', 'Firefox', 'WebKitGTK']),
    version: z.string().regex(/^\d+(\.\d+)+$/),
    date: z.iso.date(),
    over: z.enum(['http', 'https']),
    secureOverHttp: z.boolean(),
    forced: named(named(z.int())),
    labs: named(named(named(named(z.string())))),
    bench: named(z.string().regex(/^(gone|session|\d+ min|\d{4}-\d\d-\d\dT\d\d:\d\dZ)$/)),
  })
  expect(z.array(form).parse(ENGINES)).toEqual(ENGINES)
  expect(ENGINES.map(({ engine }) => engine)).toEqual(['Chromium', 'Firefox', 'WebKitGTK'])
  const text = readFileSync(join(import.meta.dirname, 'engines.json'), 'utf8')
  expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`)
})

it('is of the same Chromium that ran the browser tests: after RECORD_BROWSER=1 npm test comes npm run engines', () => {
  expect(of('Chromium').version).toBe(measured.version)
})

it('names WebKitGTK with the two numbers of its releases', () => {
  const named = nameOf({ engine: 'WebKitGTK', version: '7.8.9', date: '2000-01-01' })
  expect(named).toMatch(/^WebKitGTK .*7\.8$/)
})

it('a cell that differs has an outcome for each engine, in the order of the file', () => {
  const { browsers, cells } = differingCells('x03-attributes')
  expect(browsers).toEqual(ENGINES.map(nameOf))
  expect(cells['default.cookie.prefix']).toEqual(['refused', 'refused', 'kept'])
  for (const by of Object.values(cells)) {
    expect(by.length).toBe(ENGINES.length)
    expect(new Set(by).size).toBeGreaterThan(1)
  }
  expect(differingCells('x13-forced-sign-out')).toEqual({ browsers: [], cells: {} })
})

it('of the lines those are named of which the engines do not make the same', () => {
  const lines = differingLines()
  expect(lines.find(({ line }) => line === '__Host-zz=1; Secure')?.outcomes.length).toBe(2)
  expect(lines.map(({ line }) => line)).not.toContain('zz=1')
  for (const { outcomes } of lines)
    expect(outcomes.flatMap(({ browsers }) => browsers).toSorted()).toEqual(ENGINES.map(nameOf).toSorted())
})

describe.each(LOCALES)('texts, %s', async (locale) => {
  const leaves = (messages: Messages, path: string): [string, string][] =>
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[`${path}.${key}`, value] as [string, string]]
        : leaves(value, `${path}.${key}`),
    )
  const texts = Object.entries(await allMessages(locale)).flatMap(([name, messages]) =>
    leaves(messages, name),
  )

  /** What a text says of these is what others have published, and names them as its source. */
  const NAMES = /Safari|WebKit(?:GTK)?|Firefox|Gecko|Edge|사파리|웹킷|파이어폭스/g

  it('name no engine but Chromium where the file does not bear them out', () => {
    const naming = texts.flatMap(([key, text]) =>
      [...new Set(text.match(NAMES) ?? [])].map((name) => `${key}: ${name}`),
    )
    const borneOut = BORNE_OUT.flatMap(({ key, names }) => names.map((name) => `${key}: ${name}`))
    expect(naming.toSorted()).toEqual(borneOut.toSorted())
    for (const { key, holds } of BORNE_OUT) expect([key, holds()]).toEqual([key, true])
  })
})

const inLab = (engine: string, slug: string, position: string, lane: string, moment: string) =>
  of(engine).labs[slug]![position]![lane]![moment]
const days = (engine: string) => Number.parseInt(of(engine).bench['zz=1; Max-Age=86313600']!, 10) / 60 / 24

/** Each text that names another engine, and where the file says the same. */
const BORNE_OUT: { key: string; names: string[]; holds: () => boolean }[] = [
  {
    key: 'shop.phase.secure-over-http',
    names: ['Firefox'],
    holds: () =>
      of('Firefox').secureOverHttp && of('Chromium').secureOverHttp && !of('WebKitGTK').secureOverHttp,
  },
  // What it is not, said of what was measured.
  {
    key: 'bench.engines.note',
    names: ['Safari', 'WebKitGTK'],
    holds: () => of('WebKitGTK').bench['zz=1'] === 'session',
  },
  {
    key: 'lab-x03-attributes.why.2.text',
    names: ['Firefox', 'WebKitGTK'],
    holds: () =>
      inLab('Firefox', 'x03-attributes', 'default', 'cookie', 'secure') === 'in-clear' &&
      of('Firefox').over === 'http' &&
      !of('WebKitGTK').secureOverHttp,
  },
  {
    key: 'lab-x03-attributes.why.3.text',
    names: ['WebKitGTK'],
    holds: () =>
      inLab('WebKitGTK', 'x03-attributes', 'default', 'cookie', 'prefix') === 'kept' &&
      of('WebKitGTK').bench['__Secure-zz=1'] === 'session',
  },
  {
    key: 'lab-x03-attributes.why.4.text',
    names: ['Firefox', 'WebKitGTK'],
    holds: () => days('Chromium') === 400 && days('Firefox') === 400 && days('WebKitGTK') === 999,
  },
  {
    key: 'lab-x05-overflow.why.2.text',
    names: ['WebKitGTK'],
    holds: () =>
      ['without-secure', 'all-secure'].every(
        (moment) => inLab('WebKitGTK', 'x05-overflow', 'default', 'cookie', moment) === 'stays',
      ),
  },
  {
    key: 'lab-x10-xss.why.2.text',
    names: ['Firefox'],
    holds: () => inLab('Firefox', 'x10-xss', 'script-readable', 'cookie', 'with-effort') === 'out-of-reach',
  },
  {
    key: 'lab-x11-csrf.why.2.text',
    names: ['Firefox', 'WebKitGTK'],
    holds: () =>
      inLab('Firefox', 'x11-csrf', 'absent-unchecked', 'cookie', 'frame') === 'acted' &&
      inLab('Firefox', 'x11-csrf', 'lax-unchecked', 'cookie', 'frame') === 'as-stranger' &&
      ['lax-unchecked', 'strict-unchecked'].every(
        (position) => inLab('WebKitGTK', 'x11-csrf', position, 'cookie', 'frame') === 'acted',
      ) &&
      inLab('WebKitGTK', 'x11-csrf', 'default', 'cookie', 'frame') === 'refused-with-cookie',
  },
]
