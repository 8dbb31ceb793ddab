import { expect, it } from 'vitest'
import { LESSONS } from '@/lib/lessons'
import type { ReadingName } from '@/lib/reading/observed/readings'
import { type LineKind, linesAbout } from './pinned'

/** Where each thing that a lesson asks about is to be read. */
const READ_FROM: Partial<Record<ReadingName, LineKind>> = {
  'lanes-setting-cookie': 'set-cookie',
  'lanes-setting-session-cookie': 'set-cookie',
  'lanes-dropping-cookie': 'set-cookie',
  'set-cookie-lines': 'set-cookie',
  'max-age': 'set-cookie',
  'lanes-sending-cookie': 'credential',
  'token-discount': 'credential',
  carrier: 'credential',
  'carried-cookie': 'set-cookie',
  'lanes-reading-store': 'store',
  'lanes-writing-store': 'store',
  reads: 'store',
  rows: 'store',
  'lanes-with-ended-rows': 'store',
  'lanes-refused': 'answer',
  'lanes-let-in': 'answer',
  status: 'answer',
}

it.each(Object.entries(READ_FROM))('%s is read off the line %s', (reading, line) => {
  expect(linesAbout(reading as ReadingName)).toBe(line)
})

it('has each reading that a lesson asks for', () => {
  const asked = LESSONS.flatMap(({ steps }) =>
    steps.flatMap((step) => ('asks' in step && 'reading' in step.asks ? [step.asks.reading] : [])),
  )
  expect(asked.filter((reading) => !(reading in READ_FROM))).toEqual([])
})
