'use client'
// The run that this page has asked for, as the server tells of it.
import { create } from 'zustand'
import type { RunReport } from '../../lib/labs/run'
import { control } from '../_shop/control'
import { type Answer, isOk } from '../_shop/http'
import { useLive } from '../_shop/live'
import { forgetLab, keepResult, useKept } from './kept'
import type { LabSheet } from './sheet'

export type Pace = 'all' | 'act'

/** Why a run did not start or go on; `after`: seconds to wait. */
export interface Trouble {
  code: string
  after: number
}

interface RunState {
  report: RunReport | null
  pace: Pace
  /** Something was asked for and is not done. */
  busy: boolean
  trouble: Trouble | null
}

export const useRun = create<RunState>()(() => ({ report: null, pace: 'all', busy: false, trouble: null }))

/** Without news for this long the page asks. Milliseconds. */
const SILENCE = 1500

const runsOf = (slug: string) => `/labs/${slug}/runs`
const isOver = ({ state }: RunReport) => state === 'done' || state === 'stopped' || state === 'failed'

/** Where the server lists the exchanges of one lane of a run; below it each by its id. */
export const exchangesOf = ({ lab, id }: Pick<RunReport, 'lab' | 'id'>, lane: string): string =>
  `/api/sandbox${runsOf(lab)}/${id}/${lane}`

useLive.subscribe(({ labRun }, before) => {
  if (labRun !== null && labRun !== before.labRun) take(labRun)
})

/** Ends with the run, or with the first act when they are asked for one by one. */
export async function startRun(sheet: LabSheet, position: string, pace: Pace): Promise<void> {
  useRun.setState({ report: null, pace, busy: true, trouble: null })
  const answer = await control<{ run: RunReport }>('POST', runsOf(sheet.slug), { position, pace })
  if (accept(answer)) {
    if (sheet.place === 'browser') await playHere(sheet, pace)
    else if (pace === 'act') await nextAct(sheet)
    else await followToEnd()
  }
  useRun.setState({ busy: false })
}

export async function nextAct({ slug, place }: LabSheet): Promise<void> {
  const { report } = useRun.getState()
  if (!report || isOver(report)) return
  useRun.setState({ busy: true, trouble: null })
  if (place === 'browser') await (await import('./play-here')).playOneAct()
  else accept(await control<{ run: RunReport }>('POST', `${runsOf(slug)}/${report.id}/acts`, {}))
  useRun.setState({ busy: false })
}

/** What was found stays on the page; the rooms go. */
export async function stopRun(): Promise<void> {
  const { report } = useRun.getState()
  if (!report || isOver(report)) return
  useRun.setState({ report: { ...report, state: 'stopped' }, busy: false })
  await control('DELETE', `${runsOf(report.lab)}/${report.id}`)
}

/** As at the first visit: no run, no result, no guess. */
export async function resetLab({ slug }: LabSheet): Promise<void> {
  const { report } = useRun.getState()
  useRun.setState({ report: null, busy: false, trouble: null })
  forgetLab(slug)
  if (report?.lab === slug && report.state !== 'stopped')
    await control('DELETE', `${runsOf(slug)}/${report.id}`)
}

/** After a reload: the newest run of this lab, if its rooms are still there. */
export async function resumeRun(slug: string): Promise<void> {
  const results = Object.values(useKept.getState().results[slug] ?? {})
  const newest = results.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1)
  if (!newest || useRun.getState().report?.id === newest.run) return
  const { body } = await control<{ run: RunReport }>('GET', `${runsOf(slug)}/${newest.run}`)
  if (body?.run && isOver(body.run) && !useRun.getState().busy) useRun.setState({ report: body.run })
}

/** News of the run that this page has asked for; of any other it takes none. */
export function take(next: RunReport): void {
  const { report } = useRun.getState()
  if (!report || report.id !== next.id || isOver(report) || actsDone(next) < actsDone(report)) return
  useRun.setState({ report: next })
  if (next.state === 'done') keep(next)
}

function keep({ id, lab, position, findings }: RunReport) {
  keepResult(lab, position, { at: new Date().toISOString(), run: id, findings })
}

const actsDone = ({ acts }: RunReport) => Object.values(acts).reduce((sum, done) => sum + done.length, 0)

/** @returns whether there is a run to go on with */
function accept({ body, ...answer }: Answer<{ run: RunReport }>): boolean {
  if (!isOk({ body, ...answer }) || !body) {
    useRun.setState({ trouble: { code: answer.code ?? 'no_answer', after: answer.retryAfter ?? 0 } })
    return false
  }
  if (useRun.getState().report === null) useRun.setState({ report: body.run })
  else take(body.run)
  const { labRun } = useLive.getState()
  // The event stream may have been quicker than the answer.
  if (labRun) take(labRun)
  return true
}

async function playHere(sheet: LabSheet, pace: Pace): Promise<void> {
  const { playInBrowser } = await import('./play-here')
  await playInBrowser(sheet, pace)
}

/** The event stream tells of each act; where it is broken, the page asks. */
async function followToEnd(): Promise<void> {
  for (let report = useRun.getState().report; report && !isOver(report); report = useRun.getState().report) {
    if (await changed(report)) continue
    const answer = await control<{ run: RunReport }>('GET', `${runsOf(report.lab)}/${report.id}`)
    if (!isOk(answer)) return lose(report, answer)
    if (answer.body) take(answer.body.run)
  }
}

/** A run that another tab replaced, or that the server has let go. */
function lose(report: RunReport, { code, retryAfter }: Answer) {
  const trouble = { code: code ?? 'no_answer', after: retryAfter ?? 0 }
  useRun.setState({ report: { ...report, state: 'stopped' }, trouble })
}

function changed(from: RunReport): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => resolve(false), SILENCE)
  const unsubscribe = useRun.subscribe(({ report }) => {
    if (report !== from) resolve(true)
  })
  return promise.finally(() => {
    clearTimeout(timer)
    unsubscribe()
  })
}
