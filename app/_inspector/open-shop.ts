'use client'
// The place is in the address, which only the browser knows.
import { useEffect } from 'react'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { placeOf, queryOf } from '../_shop/links'
import { useLive } from '../_shop/live'
import { start } from '../_shop/start'
import { useTarget } from '../_shop/targets'

/**
 * Opens the sandbox with the place that the address names, and keeps the address in step with the place.
 * @param only the lane of a lane page; null: the three side by side
 */
export function useOpenShop(only: StrategyName | null): void {
  useEffect(() => {
    const query = new URLSearchParams(location.search)
    const { device, view, cursor, lane } = placeOf(query)
    // Coming from another lane by a click the address says nothing, and the place stays as it is.
    if (query.size > 0) useLive.setState({ device, view, cursor, lane })
    if (only) useLive.setState({ lane: only })
    useTarget.setState({ target: only ?? 'all' })
    void start({ lanes: only ? [only] : STRATEGIES })
    const unsubscribe = useLive.subscribe(writePlace)
    writePlace(useLive.getState())
    return () => {
      unsubscribe()
      useTarget.setState({ target: 'all' })
    }
  }, [only])
}

function writePlace(place: Parameters<typeof queryOf>[0]): void {
  const query = queryOf(place)
  if (query !== location.search) history.replaceState(history.state, '', location.pathname + query)
}
