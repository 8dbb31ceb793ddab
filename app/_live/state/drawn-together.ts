/** Draws once what comes over the network within one moment: an act on three lanes is six answers and events. */
import type { StoreApi } from 'zustand'

/** Milliseconds. The message that travels between browser and server waits longer (use-flight.ts). */
const MOMENT = 50

/** For components. What the visitor presses is drawn at once, with all that waits. */
export function drawnTogether<State>(store: StoreApi<State>): StoreApi<State> {
  const components = new Set<Parameters<StoreApi<State>['subscribe']>[0]>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let before = store.getState()
  const draw = () => {
    clearTimeout(timer)
    timer = undefined
    const drawn = before
    before = store.getState()
    for (const tell of components) tell(before, drawn)
  }
  store.subscribe(() => {
    if (isPress()) draw()
    else if (components.size > 0) timer ??= setTimeout(draw, MOMENT)
  })
  const subscribe: StoreApi<State>['subscribe'] = (tell) => {
    components.add(tell)
    return () => components.delete(tell)
  }
  return { ...store, subscribe }
}

/** As React asks it, to know what is urgent. An answer comes in no event, a message of the stream or of another tab in one of its own. */
const isPress = (): boolean => globalThis.event !== undefined && !(globalThis.event instanceof MessageEvent)
