'use client'
// There is nothing to draw before the first exchange, so the views come after the page is in use.
import { useEffect } from 'react'
import { useInUse } from '@/app/_ui/in-use'
import { later } from '@/app/_ui/later'

/** As high as a short head, so that little moves when the view comes. */
const Place = () => <div className="min-h-105 bg-sunk" aria-hidden="true" />

/** What the page of three lanes shows first. */
export const Evidence = later(() => import('./evidence/evidence').then((file) => file.Evidence), Place)
export const EventEvidence = later(() => import('./views').then((views) => views.EventEvidence), Place)
export const Wire = later(() => import('./views').then((views) => views.Wire), Place)
export const Steps = later(() => import('./views').then((views) => views.Steps), Place)
export const Stored = later(() => import('./views').then((views) => views.Stored), Place)
export const Exposed = later(() => import('./views').then((views) => views.Exposed), Place)
export const LaneViews = later(() => import('./views').then((views) => views.LaneViews), Place)

/** One file: who has the one has them all. Fetched as soon as somebody is there, and before anything is pressed. */
export function useViews(): void {
  const inUse = useInUse()
  useEffect(() => {
    if (inUse) void Wire.fetch()
  }, [inUse])
}
