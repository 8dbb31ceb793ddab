'use client'
// The place is in the address, which only the browser knows.
import { useEffect } from 'react'
import type { StrategyName } from '@/lib/strategies/strategy'
import { placeOf, queryOf } from '../_shop/links'
import { useLive } from '../_shop/live'
import { start } from '../_shop/start'
import { useTarget } from '../_shop/targets'

/** Opens the sandbox with the place that the address names, and keeps the address in step with the place. */
export function useOpenShop(lane: StrategyName): void {
  useEffect(() => {
    const query = new URLSearchParams(location.search)
    const { device, view, cursor } = placeOf(query)
    // Coming from another lane by a click the address says nothing, and the place stays as it is.
    useLive.setState(query.size > 0 ? { device, view, cursor, lane } : { lane })
    useTarget.setState({ target: lane })
    void start({ device: useLive.getState().device, lanes: [lane] })
    const unsubscribe = useLive.subscribe(writePlace)
    writePlace(useLive.getState())
    return () => {
      unsubscribe()
      useTarget.setState({ target: 'all' })
    }
  }, [lane])
}

function writePlace(place: Parameters<typeof queryOf>[0]): void {
  const query = queryOf(place)
  if (query !== location.search) history.replaceState(history.state, '', location.pathname + query)
}
