import { afterEach, expect, test, vi } from 'vitest'
import { env } from '@/lib/process/env'
import { captureConsole } from './console'

const { log, error, warn, info, debug, trace } = console
afterEach(() => {
  Object.assign(console, { log, error, warn, info, debug, trace })
  vi.restoreAllMocks()
  env.LOG_LEVEL = 'silent'
})

test('whatever is printed is one object a line, without a word of what was said', () => {
  env.LOG_LEVEL = 'warn'
  const lines: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0)
  captureConsole()
  console.error(new TypeError(`Received "${'x'.repeat(12_000)}\n"`))
  console.warn('⨯', new Error('a\nb'), { url: '/a\nb' })
  console.log('GET /a\nb')
  console.log('the same again')
  const events = lines.map((line) => JSON.parse(line))
  expect(events.map(({ event, printer, name }) => [event, printer, name])).toEqual([
    ['printed', 'error', 'TypeError'],
    ['printed', 'warn', 'Error'],
    ['printed', 'log', 'string'],
  ])
  expect(events[0].at).toMatch(/^console\.test\.ts:\d+:\d+$/)
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(200)
})
