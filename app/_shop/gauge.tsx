import type { GaugeLook } from '@/lib/reading/timeline/bound'

/** "How long until it bites?", the same in each lane. Dashes: never; one tick: at the next request; arc: what is left. */
export function Gauge({ look }: { look: GaugeLook }) {
  const { length, dashes } = drawn(look)
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className="size-4.25 fill-none stroke-4">
      {look !== 'never' && <circle cx="10" cy="10" r="7.5" className="stroke-line-strong" />}
      <circle
        cx="10"
        cy="10"
        r="7.5"
        className="origin-center -rotate-90 stroke-lane forced-colors:stroke-[CanvasText]"
        pathLength={length}
        strokeDasharray={dashes}
      />
    </svg>
  )
}

function drawn(look: GaugeLook): { length: number; dashes: string } {
  if (look === 'never') return { length: 90, dashes: '6 4' }
  if (look === 'tick') return { length: 100, dashes: '6 100' }
  return { length: 100, dashes: `${(100 * look).toFixed(1)} 100` }
}
