import { afterEach, expect, test, vi } from 'vitest'
import { useLive } from '@/app/_live/state/store'
import type { ScenarioAct } from '@/lib/scenario/acts'
import { dropScenario, runScenario, useScenario } from './run'

vi.stubGlobal('location', { pathname: '/', search: '' })
vi.stubGlobal('history', { state: null, replaceState: () => {} })
vi.useFakeTimers()
afterEach(dropScenario)

const turned = (device: 'laptop' | 'phone'): ScenarioAct => ({ do: 'device', device })

test('one that was left does not go on when another one begins before its next act', async () => {
  void runScenario([turned('laptop'), turned('laptop')], ['cookie'])
  await vi.advanceTimersByTimeAsync(100)
  dropScenario()
  void runScenario([turned('phone'), turned('phone'), turned('phone')], ['cookie'])
  await vi.advanceTimersByTimeAsync(850)
  expect(useLive.getState().device).toBe('phone')
  expect(useScenario.getState().done).toBe(1)
  await vi.advanceTimersByTimeAsync(3000)
  expect(useScenario.getState().done).toBe(3)
})
