'use client'
// Brings the marked lines into view.
import { useEffect, useRef } from 'react'
import { CodeLines } from '@/app/_ui/code-lines'
import type { Listing } from '@/lib/source/source'

interface Props {
  listing: Listing
  ran?: readonly [first: number, last: number]
}

/** Lines kept in sight above the marked ones. */
const ABOVE = 2

export function SourceBox({ listing, ran }: Props) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    const lines = box.current?.querySelectorAll<HTMLElement>('.ln')
    const top = ran && lines?.[Math.max(0, ran[0] - listing.first - ABOVE)]
    if (box.current && top) box.current.scrollTop = top.offsetTop
  }, [listing, ran])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section ref={box} className="code relative max-h-75" tabIndex={0} aria-label={listing.symbol}>
      <pre>
        <CodeLines {...listing} ran={ran} />
      </pre>
    </section>
  )
}
