/** What the page makes of a line that is too long, with the site's own API behind it. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { type Browser, openBrowser, openTab } from '@/app/_live/testing'
import { labServer } from '@/lib/testing/lab-server'
import { until } from '@/lib/testing/until'
import type { LabSheet } from '../sheet'

labServer()

const SHEET = { slug: 'x09-theft', place: 'server', acts: [] as readonly string[] } as LabSheet
const RUNS = 'sandbox/labs/x09-theft/runs'

let browser: Browser
let labs: typeof import('./run') & Pick<typeof import('./run-state'), 'useRun'>
beforeEach(async () => {
  browser = openBrowser()
  const tab = await openTab()
  await tab.start()
  const [run, { useRun }] = await Promise.all([import('./run'), import('./run-state')])
  labs = { ...run, useRun }
  browser.news()
})

/** Sends away so often; each is told to come again at once, or after `seconds`. */
function sendAway(times: number, seconds = 0) {
  let left = times
  browser.intercept = (method, what) => {
    if (method !== 'POST' || !/runs(\/.+\/acts)?$/.test(what) || left === 0) return
    left -= 1
    const headers = { 'Content-Type': 'application/problem+json', 'Retry-After': String(seconds) }
    return new Response(JSON.stringify({ code: 'busy', status: 503 }), { status: 503, headers })
  }
}

describe('a run whose line is too long', () => {
  test('begins when the page has waited', async () => {
    sendAway(2)
    const troubles: unknown[] = []
    labs.useRun.subscribe(({ trouble }, before) => trouble !== before.trouble && troubles.push(trouble))
    await labs.startRun(SHEET, 'default', 'act')
    expect(browser.news().slice(0, 3)).toEqual([`POST ${RUNS} 503`, `POST ${RUNS} 503`, `POST ${RUNS} 202`])
    expect(troubles).toContainEqual({ code: 'in_line', after: 0, ahead: 0 })
    expect(labs.useRun.getState()).toMatchObject({ busy: false, trouble: null, report: { state: 'waiting' } })
  })

  test('says when to try again, if that was in vain', async () => {
    sendAway(4)
    await labs.startRun(SHEET, 'default', 'act')
    expect(browser.news()).toEqual(Array(4).fill(`POST ${RUNS} 503`))
    expect(labs.useRun.getState()).toMatchObject({ busy: false, report: null, trouble: { code: 'busy' } })
  })

  test('goes on with the next act when the page has waited', async () => {
    await labs.startRun(SHEET, 'default', 'act')
    sendAway(1)
    browser.news()
    await labs.nextAct(SHEET)
    const statuses = browser.news().map((one) => one.split(' ').at(-1))
    expect(statuses).toEqual(['503', '200'])
    expect(labs.useRun.getState()).toMatchObject({ busy: false, trouble: null, report: { state: 'waiting' } })
  })

  test('does not begin after it was stopped, and leaves nothing on the server', async () => {
    let stopped = Promise.resolve()
    browser.hold = async (what, status) => {
      if (what !== RUNS || status !== 202) return
      stopped = labs.stopRun()
    }
    await labs.startRun(SHEET, 'default', 'all')
    await stopped
    expect(browser.news()).toEqual([`POST ${RUNS} 202`, expect.stringMatching(/^DELETE .+ 204$/)])
    expect(labs.useRun.getState()).toMatchObject({ busy: false, report: null, trouble: null })
  })

  test('is not asked for again after it was stopped', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    sendAway(1, 60)
    const started = labs.startRun(SHEET, 'default', 'all')
    await until(() => labs.useRun.getState().trouble !== null)
    await labs.stopRun()
    expect(labs.useRun.getState()).toMatchObject({ busy: false, report: null, trouble: null })
    await vi.advanceTimersByTimeAsync(80_000)
    vi.useRealTimers()
    await started
    expect(browser.news()).toEqual([`POST ${RUNS} 503`])
  })
})
