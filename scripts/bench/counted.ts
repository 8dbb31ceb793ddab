// What a run counted, beside what was wanted.
import { goalsOf } from '../class/goals.ts'
import type { Cell } from '../machine.ts'
import type { Found } from './found.ts'

const MOST_OF_COOKIE = 4096
const LEAST_LINES = 150
const MOST_OF_TOKEN = 320
const MOST_OF_ROW = 450
const MOST_OF_START = 1.3
const MOST_OF_BUILD = 3
const MOST_OF_FIRST_VIEW = 2.5

const metIf = (isMet: boolean) => (isMet ? 'met' : 'missed')
const megabytes = (octets: number) => `${Math.round(octets / 1e6)} MB`

type Counted = [goal: string, what: string, value: Cell, wanted: string, verdict: string]

/** What failed is not among them. */
export function countsOf({
  cookie,
  token,
  crowd,
  scripts,
  bare,
  klass,
  resident,
  microseconds,
}: Found): Counted[] {
  const rows: Counted[] = []
  if (cookie) {
    const { lines, longest, said } = cookie
    rows.push([
      'G7',
      'cookie: lines that fit, and the answer to one more',
      `${lines}, ${said}`,
      `≥ ${LEAST_LINES}, 409`,
      metIf(lines >= LEAST_LINES && said.startsWith('409')),
    ])
    rows.push([
      'G7',
      'cookie: longest name and value',
      longest,
      `≤ ${MOST_OF_COOKIE}`,
      metIf(longest <= MOST_OF_COOKIE),
    ])
  }
  if (token)
    rows.push([
      'G8',
      'jwt: octets of an access token',
      token,
      `≤ ${MOST_OF_TOKEN}`,
      metIf(token <= MOST_OF_TOKEN),
    ])
  if (crowd) {
    const octets = Math.round(crowd.octets)
    rows.push([
      'G5',
      'session: octets of a row on the disk, three lines in the cart',
      octets,
      `≤ ${MOST_OF_ROW}`,
      metIf(octets <= MOST_OF_ROW),
    ])
  }
  for (const { path, octets, most } of scripts ?? [])
    rows.push(['G9', `JavaScript of ${path}, octets of gzip`, octets, `≤ ${most}`, metIf(octets <= most)])
  if (bare) rows.push(...besideBare(bare))
  if (klass) rows.push(...goalsOf(klass))
  if (resident) rows.push(['', 'memory after this run', megabytes(resident), '', ''])
  if (microseconds)
    rows.push(['', 'processor time of the bare handler', `${Math.round(microseconds)} µs`, '', ''])
  return rows
}

/** Half of the starts were slower. Builds with nothing kept from an earlier one, once each. */
function besideBare({ start, bareStart, build, bareBuild, views }: NonNullable<Found['bare']>): Counted[] {
  const row = (
    what: string,
    own: number,
    other: number,
    most: number,
    unit: (value: number) => string,
  ): Counted => [
    'G10',
    `${what}, and a bare app's`,
    `${unit(own)}, ${unit(other)}: ${(own / other).toFixed(2)}`,
    `≤ ${most}`,
    metIf(own / other <= most),
  ]
  return [
    row(
      'start to the first answer',
      start.milliseconds,
      bareStart,
      MOST_OF_START,
      (ms) => `${Math.round(ms)} ms`,
    ),
    row('the build', build, bareBuild, MOST_OF_BUILD, (ms) => `${(ms / 1000).toFixed(1)} s`),
    ['', 'memory after the start', megabytes(start.resident), '', ''],
    ...views.map(
      ({ path, busy, blocked, milliseconds }): Counted => [
        'G14',
        `first view of ${path} on a processor four times slower, beside a bare page`,
        `busy ${busy.ratio.toFixed(1)} (${(milliseconds / 1000).toFixed(1)} s), blocked ${blocked.ratio.toFixed(1)}`,
        `≤ ${MOST_OF_FIRST_VIEW}`,
        metIf(busy.high <= MOST_OF_FIRST_VIEW),
      ],
    ),
  ]
}
