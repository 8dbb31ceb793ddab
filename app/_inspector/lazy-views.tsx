'use client'
// There is nothing to draw before the first exchange, so the views come after the page is in use.
import dynamic from 'next/dynamic'

/** Fetches them before they are needed. */
export const fetchViews = () => import('./views')

/** As high as a short head, so that little moves when the view comes. */
const Later = () => <div className="viewplace" aria-hidden="true" />

export const Wire = dynamic(() => import('./views').then((views) => views.Wire), {
  ssr: false,
  loading: Later,
})
export const Steps = dynamic(() => import('./views').then((views) => views.Steps), {
  ssr: false,
  loading: Later,
})
export const Stored = dynamic(() => import('./views').then((views) => views.Stored), {
  ssr: false,
  loading: Later,
})
export const Exposed = dynamic(() => import('./views').then((views) => views.Exposed), {
  ssr: false,
  loading: Later,
})
export const LaneViews = dynamic(() => import('./views').then((views) => views.LaneViews), {
  ssr: false,
  loading: Later,
})
