import { expect, it, vi } from 'vitest'
import { forgetPerProcess, perProcess } from './once'

it('is one value, also for a module that exists twice, until it is let go', async () => {
  const first = perProcess('once.test', () => ({}))
  vi.resetModules()
  const again = await import('./once')
  expect(again.perProcess).not.toBe(perProcess)
  expect(again.perProcess('once.test', () => ({}))).toBe(first)
  forgetPerProcess('once.test')
  expect(again.perProcess('once.test', () => ({}))).not.toBe(first)
})
