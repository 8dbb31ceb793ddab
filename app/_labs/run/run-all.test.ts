/** Labs in a row, with the site's own API behind it. */
import { beforeEach, expect, test } from 'vitest'
import { type Browser, openBrowser, openTab } from '@/app/_live/testing'
import { labServer } from '@/lib/testing/lab-server'
import { until } from '@/lib/testing/until'
import type { LabSheet } from '../sheet'

labServer()

const ROW = ['x02-amnesia', 'x09-theft'].map(
  (slug) => ({ slug, place: 'server', crossSite: false, acts: [] as readonly string[] }) as LabSheet,
)
const startOf = (slug: string, status: number) => `POST sandbox/labs/${slug}/runs ${status}`

let browser: Browser
let row: typeof import('./run-all')
let kept: typeof import('./kept')
beforeEach(async () => {
  browser = openBrowser()
  const tab = await openTab()
  await tab.start()
  ;[row, kept] = await Promise.all([import('./run-all'), import('./kept')])
  browser.news()
})

const started = (news: readonly string[]) => news.filter((one) => one.startsWith('POST'))

test('one after the other, and what each found is kept', async () => {
  await row.runAll(ROW)
  expect(started(browser.news())).toEqual([startOf('x02-amnesia', 202), startOf('x09-theft', 202)])
  expect(Object.keys(kept.useKept.getState().results)).toEqual(['x02-amnesia', 'x09-theft'])
  expect(row.useRunAll.getState()).toMatchObject({ of: 0, slug: null })
})

test('who is told to wait waits, and then goes on with the same', async () => {
  let left = 1
  browser.intercept = (method, what) => {
    if (method !== 'POST' || !/runs$/.test(what) || left === 0) return
    left -= 1
    const headers = { 'Content-Type': 'application/problem+json', 'Retry-After': '0' }
    return new Response(JSON.stringify({ code: 'too_many', status: 429 }), { status: 429, headers })
  }
  await row.runAll(ROW)
  expect(started(browser.news()).slice(0, 2)).toEqual([
    startOf('x02-amnesia', 429),
    startOf('x02-amnesia', 202),
  ])
})

test('stopped, it begins no other, also while it waits', async () => {
  browser.intercept = (method, what) => {
    if (method !== 'POST' || !/runs$/.test(what)) return
    const headers = { 'Content-Type': 'application/problem+json', 'Retry-After': '60' }
    return new Response(JSON.stringify({ code: 'too_many', status: 429 }), { status: 429, headers })
  }
  const ended = row.runAll(ROW)
  await until(() => row.useRunAll.getState().wake !== null)
  await row.stopAll()
  await ended
  expect(started(browser.news())).toEqual([startOf('x02-amnesia', 429)])
  expect(row.useRunAll.getState()).toMatchObject({ of: 0, slug: null })
})

test('what opens windows of another site is in no row', () => {
  const asks = { slug: 'x11-csrf', crossSite: true } as LabSheet
  expect(row.inARow([...ROW, asks])).toEqual(ROW)
})
