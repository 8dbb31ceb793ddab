'use client'
import { control } from '@/app/_live/requests/control'
import { type Answer, isOk } from '@/app/_live/requests/http'
import { aheadIn, inTurn } from '@/app/_live/requests/in-turn'
import { useLive } from '@/app/_live/state/store'
import { fetched } from '@/app/_ui/later-file'
// What a visitor does with a run: start, go on, stop, forget, find again.
import type { RunReport } from '@/lib/labs/run/run'
import type { Pace } from '@/lib/labs/run/runs'
import type { LabSheet } from '../sheet'
import { forgetLab, type RunResult, useKept } from './kept'
import { IDLE, isOver, runsOf, type Trouble, take, useRun } from './run-state'

/** Without news for this long the page asks. Milliseconds. */
const SILENCE = 1500

/** Counts what was asked for, so that whoever waits knows that it is no longer wanted. */
let asked = 0

function post(path: string, body: object): Promise<Answer<Told>> {
  asked += 1
  const mine = asked
  return inTurn(() => control<Told>('POST', path, body), {
    waits: ({ n, ahead }) => useRun.setState({ trouble: { code: 'in_line', after: n, ahead } }),
    wanted: () => asked === mine,
  })
}

/** Resolves at the end of the run, or after its first act when they are asked for one by one. */
export async function startRun(sheet: LabSheet, position: string, pace: Pace): Promise<void> {
  await useRun.getState().leave?.()
  useRun.setState({ ...IDLE, pace, busy: true })
  const posted = post(runsOf(sheet.slug), { position, pace })
  const mine = asked
  const answer = await posted
  // Stopped before it began.
  if (asked !== mine) {
    if (isOk(answer) && answer.body) await end(answer.body.run)
    return
  }
  if (accept(answer)) await (sheet.place === 'browser' ? playHere(sheet, pace) : goOn(sheet, pace))
  useRun.setState({ busy: false })
}

const goOn = (sheet: LabSheet, pace: Pace) => (pace === 'act' ? nextAct(sheet) : followToEnd())

export async function nextAct({ slug, place }: LabSheet): Promise<void> {
  const { report } = useRun.getState()
  if (!report || isOver(report)) return
  useRun.setState({ busy: true, trouble: null })
  if (place === 'browser') await (await player())?.playOneAct()
  else accept(await post(`${runsOf(slug)}/${report.id}/acts`, {}))
  useRun.setState({ busy: false })
}

/** What was found stays on the page; the rooms go. */
export async function stopRun(): Promise<void> {
  asked += 1
  const { report, leave } = useRun.getState()
  if (!report) useRun.setState(IDLE)
  if (!report || isOver(report)) return
  useRun.setState({ report: { ...report, state: 'stopped' }, busy: false })
  await leave?.()
  await end(report)
}

const end = ({ lab, id }: RunReport) => control('DELETE', `${runsOf(lab)}/${id}`)

/** As at the first visit: no run, no result, no guess. */
export async function resetLab({ slug }: LabSheet): Promise<void> {
  const { report, leave } = useRun.getState()
  useRun.setState(IDLE)
  forgetLab(slug)
  await leave?.()
  if (report?.lab === slug && report.state !== 'stopped') await end(report)
}

/** After a reload: the newest run of this lab, if its rooms are still there. */
export async function resumeRun({ slug, acts }: LabSheet): Promise<void> {
  const results = Object.values(useKept.getState().results[slug] ?? {})
  const newest = results.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1)
  if (!newest || useRun.getState().report?.id === newest.run) return
  const { body } = await control<Told>('GET', `${runsOf(slug)}/${newest.run}`)
  const run = body?.run
  if (!run || useRun.getState().busy) return
  if (run.state === 'playing') useRun.setState({ report: playedBefore(run, newest, acts) })
  else if (isOver(run)) useRun.setState({ report: run })
}

/** Of a browser lab the server has the exchanges, and this browser what was found. */
function playedBefore(run: RunReport, { findings }: RunResult, acts: readonly string[]): RunReport {
  const done = Object.fromEntries(run.lanes.map((lane) => [lane, acts]))
  return { ...run, findings, acts: done, state: 'done' }
}

interface Told {
  run: RunReport
}

/** @returns whether there is a run to go on with */
function accept(answer: Answer<Told>): boolean {
  if (!isOk(answer) || !answer.body) {
    useRun.setState({ trouble: troubleOf(answer) })
    return false
  }
  useRun.setState({ trouble: null })
  if (useRun.getState().report === null) useRun.setState({ report: answer.body.run })
  else take(answer.body.run)
  // The event stream may have been quicker than the answer.
  const { labRun } = useLive.getState()
  if (labRun) take(labRun)
  return true
}

const troubleOf = ({ code, retryAfter, body }: Answer): Trouble => ({
  code: code ?? 'no_answer',
  after: retryAfter ?? 0,
  ahead: aheadIn(body),
})

async function playHere(sheet: LabSheet, pace: Pace): Promise<void> {
  const { report } = useRun.getState()
  const here = await player()
  const open = here && (await fetched(() => here.openPlay(sheet, report!)))
  if (!open) {
    await stopRun()
    return useRun.setState({ trouble: { code: 'unfetched', after: 0 } })
  }
  do await here.playOneAct()
  while (pace === 'all' && isPlaying(report!.id))
}

const player = () => fetched(() => import('./play-here'))

function isPlaying(id: string): boolean {
  const { report } = useRun.getState()
  return report?.id === id && !isOver(report)
}

/** The event stream tells of each act; where it is broken, the page asks. */
async function followToEnd(): Promise<void> {
  for (let report = useRun.getState().report; report && !isOver(report); report = useRun.getState().report) {
    if (await changed(report)) continue
    const answer = await control<Told>('GET', `${runsOf(report.lab)}/${report.id}`)
    // Another tab has started one, or the server has let it go.
    if (!isOk(answer) || !answer.body)
      useRun.setState({ report: { ...report, state: 'stopped' }, trouble: troubleOf(answer) })
    else take(answer.body.run)
  }
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
