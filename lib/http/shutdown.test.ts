import { expect, test, vi } from 'vitest'
import { onShutdown, runShutdown } from './shutdown'

test('each piece of work runs once; one that fails does not keep the others', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const done: string[] = []
  onShutdown(() => Promise.reject(new Error('stuck')))
  onShutdown(async () => void done.push('stream'))
  const takeBack = onShutdown(() => void done.push('closed before'))
  takeBack()
  await runShutdown()
  await runShutdown()
  expect(done).toEqual(['stream'])
  expect(log).toHaveBeenCalledOnce()
})
