import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createStore } from 'zustand'
import { drawnTogether } from './drawn-together'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function open() {
  const store = createStore<{ n: number }>()(() => ({ n: 0 }))
  const drawn: number[] = []
  const component = drawnTogether(store)
  const leave = component.subscribe(({ n }) => drawn.push(n))
  return { store, component, drawn, leave }
}

test('what comes over the network within one moment is drawn once', () => {
  const { store, component, drawn } = open()
  store.setState({ n: 1 })
  store.setState({ n: 2 })
  expect(drawn).toEqual([])
  expect(component.getState()).toEqual({ n: 2 })
  vi.runAllTimers()
  expect(drawn).toEqual([2])
  vi.stubGlobal('event', new MessageEvent('exchange'))
  store.setState({ n: 3 })
  expect(drawn).toEqual([2])
  vi.runAllTimers()
  expect(drawn).toEqual([2, 3])
})

test('what is pressed is drawn at once, with what waits', () => {
  const { store, drawn } = open()
  store.setState({ n: 1 })
  vi.stubGlobal('event', new Event('click'))
  store.setState({ n: 2 })
  expect(drawn).toEqual([2])
  vi.runAllTimers()
  expect(drawn).toEqual([2])
})

test('who has left is told nothing', () => {
  const { store, drawn, leave } = open()
  store.setState({ n: 1 })
  leave()
  vi.runAllTimers()
  store.setState({ n: 2 })
  expect(vi.getTimerCount()).toBe(0)
  expect(drawn).toEqual([])
})
