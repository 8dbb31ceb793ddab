'use client'
// The place is in the address, which only the browser knows.
import { useEffect } from 'react'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { dialQuery, useLink } from '../dials/link'
import { readLink } from '../dials/open-link'
import { backToLive } from '../state/cursor'
import { useLive } from '../state/store'
import { useTarget } from '../state/targets'
import { listLoaded } from '../state/timeline-state'
import { sharedSteps } from '../state/use-lane'
import { placeOf, queryOf, withMore } from './links'
import { start } from './start'

/** Safari throws at more than 100 changes of the address in 30 seconds. */
const CALM_MS = 350

/**
 * Opens the sandbox with the place that the address names, and keeps the address in step with the place.
 * @param only the lane of a lane page; null: the three side by side
 */
export function useOpenShop(only: StrategyName | null): void {
  useEffect(() => {
    const query = new URLSearchParams(location.search)
    readLink(query, location.hash)
    const { device, view, cursor, lane } = placeOf(query)
    // Coming from another lane by a click the address says nothing, and the place stays as it is.
    if (query.size > 0) useLive.setState({ device, view, cursor, lane, event: null })
    if (only) useLive.setState({ lane: only })
    useTarget.setState({ target: only ?? 'all' })
    void start({ lanes: only ? [only] : STRATEGIES })
    void listLoaded.then(stayInThePast)
    let timer: ReturnType<typeof setTimeout> | undefined
    const write = () => {
      clearTimeout(timer)
      timer = setTimeout(() => writePlace(only), CALM_MS)
    }
    const unsubscribe = [useLive.subscribe(write), useLink.subscribe(write)]
    write()
    return () => {
      clearTimeout(timer)
      for (const each of unsubscribe) each()
      useTarget.setState({ target: 'all' })
    }
  }, [only])
}

/**
 * A step that this sandbox has not reached means: live. Links travel further than sandboxes. One that is the newest as yet stays
 * chosen: what this page asks by itself comes after it.
 */
function stayInThePast(): void {
  const { cursor, exchanges, desk } = useLive.getState()
  if (cursor !== null && cursor >= sharedSteps(exchanges, desk).length) backToLive()
}

function writePlace(only: StrategyName | null): void {
  const query = withMore(queryOf(useLive.getState()), dialQuery(only))
  if (query === location.search) return
  history.replaceState(history.state, '', location.pathname + query + location.hash)
}
