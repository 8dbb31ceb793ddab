/** News of runs: a page takes those of the run that it has asked for, whoever else in this sandbox runs the same lab. */
import { beforeEach, describe, expect, it } from 'vitest'
import { useLive } from '@/app/_live/state/store'
import type { RunReport } from '@/lib/labs/run/run'
import { useKept } from './kept'
import { IDLE, take, useRun } from './run-state'

const report = (id: string, more: Partial<RunReport> = {}): RunReport => ({
  ...{ id, lab: 'x09-theft', position: 'default', state: 'running', lanes: ['jwt'] },
  ...{ acts: { jwt: [] }, findings: [], sent: [], rooms: {} },
  ...more,
})

const FINDING = {
  lane: 'jwt',
  moment: 'at-once',
  outcome: 'gets-in',
  exchange: 'e',
  readFrom: null,
  facts: {},
} as const
const done = (id: string) => report(id, { state: 'done', acts: { jwt: ['sign-in'] }, findings: [FINDING] })

beforeEach(() => {
  useRun.setState({ ...IDLE, report: report('mine') })
  useKept.setState({ sandbox: null, guesses: {}, results: {} })
})

describe('news of another run', () => {
  it.each(['running', 'waiting', 'done', 'stopped', 'failed'] as const)('are not taken: %s', (state) => {
    take({ ...done('another'), state })
    expect(useRun.getState().report).toEqual(report('mine'))
    expect(useKept.getState().results).toEqual({})
  })

  it('are not taken by way of the event stream', () => {
    useLive.setState({ labRun: done('another') })
    expect(useRun.getState().report?.id).toBe('mine')
    expect(useKept.getState().results).toEqual({})
  })

  it('are not taken by a page that has asked for none', () => {
    useRun.setState({ ...IDLE })
    take(done('another'))
    expect(useRun.getState().report).toBeNull()
    expect(useKept.getState().results).toEqual({})
  })
})

describe('news of the own run', () => {
  it('are taken, by call and by stream, and the end is kept', () => {
    take(report('mine', { acts: { jwt: ['sign-in'] } }))
    expect(useRun.getState().report?.acts).toEqual({ jwt: ['sign-in'] })
    useLive.setState({ labRun: done('mine') })
    expect(useRun.getState().report?.state).toBe('done')
    expect(useKept.getState().results['x09-theft']?.default).toMatchObject({
      run: 'mine',
      findings: [FINDING],
    })
  })

  it('that are older than what is known change nothing', () => {
    take(report('mine', { acts: { jwt: ['sign-in', 'copy'] } }))
    take(report('mine', { acts: { jwt: ['sign-in'] } }))
    expect(useRun.getState().report?.acts).toEqual({ jwt: ['sign-in', 'copy'] })
  })

  it('that come after it was stopped change nothing', () => {
    useRun.setState({ report: report('mine', { state: 'stopped' }) })
    take(done('mine'))
    expect(useRun.getState().report?.state).toBe('stopped')
    expect(useKept.getState().results).toEqual({})
  })
})
