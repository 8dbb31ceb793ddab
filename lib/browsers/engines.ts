/**
 * What each engine did with the forced sign-out, the labs and the lines of the workbench, as `npm run engines` saw it. The file is written by that
 * run alone, and is large: for the server, which gives a page what it needs.
 */
import { type MeasuredBrowser, nameOf } from './browser'
import seen from './engines.json'

export interface SeenEngine extends MeasuredBrowser {
  /** With what the site was asked for: WebKitGTK keeps no Secure cookie over plain http. */
  over: 'http' | 'https'
  /** Whether it keeps a Secure cookie of http://localhost. */
  secureOverHttp: boolean
  /** Lane, then what was asked: the status of the first answer after the forced sign-out. */
  forced: Record<string, Record<string, number>>
  /** Folder of the lab, position, lane, moment: the outcome. */
  labs: Record<string, Record<string, Record<string, Record<string, string>>>>
  /** What became of a Set-Cookie line. */
  bench: Record<string, string>
}

export const ENGINES = seen as unknown as readonly SeenEngine[]

/** Of a lab, as a page is given it. */
export interface EnginesSeen {
  browsers: string[]
  /** By position, lane and moment with a dot between, where they do not agree: the outcome in each of them. */
  cells: Record<string, string[]>
}

/** The cells of a lab in which the engines do not agree. */
export function differingCells(slug: string): EnginesSeen {
  const [first] = ENGINES
  const cells = cellsOf(first?.labs[slug] ?? {}).flatMap(({ position, lane, moment, outcome }) => {
    const by = ENGINES.map(({ labs }) => labs[slug]?.[position]?.[lane]?.[moment] ?? outcome)
    return by.every((one) => one === outcome) ? [] : [[`${position}.${lane}.${moment}`, by] as const]
  })
  return { browsers: cells.length > 0 ? ENGINES.map(nameOf) : [], cells: Object.fromEntries(cells) }
}

export const cellsOf = (lab: SeenEngine['labs'][string]) =>
  Object.entries(lab).flatMap(([position, lanes]) =>
    Object.entries(lanes).flatMap(([lane, moments]) =>
      Object.entries(moments).map(([moment, outcome]) => ({ position, lane, moment, outcome })),
    ),
  )

export interface LineSeen {
  line: string
  outcomes: { outcome: string; browsers: string[] }[]
}

/** The lines of the workbench of which the engines do not make the same. */
export function differingLines(): LineSeen[] {
  const lines = Object.keys(ENGINES[0]?.bench ?? {})
  return lines.flatMap((line) => {
    const found = [...new Set(ENGINES.map(({ bench }) => endOf(bench[line]!)))]
    if (found.length < 2) return []
    const outcomes = found.map((outcome) => ({
      outcome,
      browsers: ENGINES.filter(({ bench }) => endOf(bench[line]!) === outcome).map(nameOf),
    }))
    return [{ line, outcomes }]
  })
}

/** What ends at a limit is counted from the minute of the run, which is no difference between engines: its day. */
const endOf = (outcome: string) => outcome.replace(/^(\d{4}-\d\d-\d\d)T\d\d:(?!00Z)\d\dZ$/, '$1')
