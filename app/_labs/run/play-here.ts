'use client'
// Plays a browser lab in this very browser: lane after lane within an act, since they share one window.
import type { RunReport } from '@/lib/labs/run/run'
import type { StrategyName } from '@/lib/strategies/strategy'
import { browserLabOf } from '../definitions'
import { sentSince } from '../proof/sent-from'
import type { LabSheet } from '../sheet'
import { createBrowserStage, type OpenStage } from '../stage/create'
import { keepResult } from './kept'
import { useRun } from './run-state'

interface LanePlay {
  lane: StrategyName
  stage: OpenStage
  steps: AsyncGenerator<string, void>
  /** Number of the newest exchange that the terminal has. */
  seen: number
}

interface Play {
  sheet: LabSheet
  run: RunReport
  lanes: LanePlay[]
}

let playing: Play | null = null

/** @returns true, once it can be played */
export async function openPlay(sheet: LabSheet, run: RunReport): Promise<true> {
  const lab = await browserLabOf(sheet.slug)
  const lanes = run.lanes.map((lane) => {
    const stage = stageOf(sheet, run, lane)
    return { lane, stage, steps: lab.play(stage), seen: 0 }
  })
  playing = { sheet, run, lanes }
  useRun.setState({ leave: () => close(lanes) })
  return true
}

/** The next act in every lane; after the last one the browser is as before. */
export async function playOneAct(): Promise<void> {
  if (!playing) return
  const { run, sheet, lanes } = playing
  try {
    for (const lane of lanes) await step(run, lane)
  } catch (error) {
    console.error(error)
    change(run.id, () => ({ state: 'failed' }))
  }
  const now = current(run.id)
  if (now && lanes.every(({ lane }) => now.acts[lane]?.length === sheet.acts.length)) finish(now)
  if (current(run.id)?.state !== 'playing') await close(lanes)
}

async function step(run: RunReport, play: LanePlay): Promise<void> {
  const { lane, steps } = play
  if (current(run.id)?.state !== 'playing') return
  const done = await steps.next()
  const act = done.done ? null : done.value
  const { lines, seen } = await sentSince(run, lane, play.seen, act)
  play.seen = seen
  change(run.id, ({ acts, sent }) => ({
    acts: { ...acts, [lane]: [...(acts[lane] ?? []), ...(act === null ? [] : [act])] },
    sent: [...sent, ...lines],
  }))
}

function finish({ id, lab, position }: RunReport) {
  change(id, () => ({ state: 'done' }))
  const { findings } = current(id)!
  keepResult(lab, position, { at: new Date().toISOString(), run: id, findings })
}

function stageOf({ attackerOrigin }: LabSheet, run: RunReport, lane: StrategyName): OpenStage {
  return createBrowserStage({
    run,
    lane,
    position: run.position,
    attackerOrigin,
    report: (finding) => change(run.id, ({ findings }) => ({ findings: [...findings, finding] })),
    leftOpen: () => useRun.setState(({ windows }) => ({ windows: windows + 1 })),
    press: (open) => useRun.setState({ press: () => open() && useRun.setState({ press: null }) }),
  })
}

async function close(lanes: readonly LanePlay[]): Promise<void> {
  if (playing?.lanes === lanes) playing = null
  useRun.setState({ press: null, leave: null })
  for (const { steps, stage } of lanes) {
    void steps.return()
    await stage.close()
  }
}

function current(id: string): RunReport | null {
  const { report } = useRun.getState()
  return report?.id === id ? report : null
}

function change(id: string, patch: (report: RunReport) => Partial<RunReport>): void {
  const report = current(id)
  if (report) useRun.setState({ report: { ...report, ...patch(report) } })
}
