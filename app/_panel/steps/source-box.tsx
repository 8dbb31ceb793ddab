'use client'
// Brings the marked lines into view.
import { useEffect, useRef } from 'react'
import { CodeLines } from '@/app/_ui/reading/code-lines'
import type { Listing } from '@/lib/source/source'

interface Props {
  listing: Listing
  ran?: readonly [first: number, last: number]
}

const BOX =
  'code relative max-h-75 overflow-auto rounded-1 bg-sunk py-2 font-mono text-12 leading-wire tab-2 print:max-h-none'

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
    <section ref={box} className={BOX} tabIndex={0} aria-label={listing.symbol}>
      <pre>
        <CodeLines {...listing} ran={ran} />
      </pre>
    </section>
  )
}
