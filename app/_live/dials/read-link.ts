'use client'
// What the address of the opened page asks of the dials. Fetched when it asks for something.
import { askedIn } from '@/lib/scenario/acts'
import { turnsIn } from './dial-links'
import { useLink } from './link'

export function noteLink(query: URLSearchParams, fragment: string): void {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const turns = turnsIn(query)
  if (turns.length > 0 && navigation?.type !== 'back_forward')
    useLink.setState({ turns, withActs: askedIn(fragment) !== null })
}
