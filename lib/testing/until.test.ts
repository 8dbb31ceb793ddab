import { expect, test, vi } from 'vitest'
import { filesIn, read } from './house'
import { until } from './until'

test('a fact is waited for, whether it is false or throws before, and a faked clock is not turned by that', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const late = vi.fn()
  setTimeout(late, 1)
  let looks = 0
  await until(() => ++looks > 2)
  await until(async () => expect(++looks).toBeGreaterThan(5))
  expect([looks, late.mock.calls]).toEqual([6, []])
  vi.useRealTimers()
})

test('no test gives up sooner than it would itself', () => {
  const tests = ['app', 'lib', 'prisma', 'scripts'].flatMap((folder) => filesIn(folder, /\.test\.tsx?$/))
  const impatient = tests.filter((file) =>
    /\bvi\.waitFor\(|\bvi\.waitUntil\(|\bexpect\.poll\(/.test(read(file)),
  )
  expect(impatient).toEqual([])
})
