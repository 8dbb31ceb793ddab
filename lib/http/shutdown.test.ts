import { expect, test, vi } from 'vitest'
import { env } from '@/lib/process/env'
import { onShutdown, runShutdown } from './shutdown'

test('each piece of work runs once; one that fails does not keep the others', async () => {
  env.LOG_LEVEL = 'error'
  const lines = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const done: string[] = []
  onShutdown(() => Promise.reject(new Error('stuck')))
  onShutdown(async () => void done.push('stream'))
  const takeBack = onShutdown(() => void done.push('closed before'))
  takeBack()
  await runShutdown()
  await runShutdown()
  expect(done).toEqual(['stream'])
  expect(lines.mock.calls).toEqual([[expect.stringContaining('"event":"bug"')]])
})
