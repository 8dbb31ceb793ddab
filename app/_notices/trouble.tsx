'use client' // keeps what was said first
import { useState } from 'react'
import { useLive } from '@/app/_live/state/store'

/** What is wrong. Seconds count down in sight alone: to the ear they are said once. */
export function Trouble({ text }: { text: string }) {
  const phase = useLive((live) => live.phase)
  return phase === 'too-many' ? <Counted text={text} /> : <span>{text}</span>
}

function Counted({ text }: { text: string }) {
  const [first] = useState(text)
  return (
    <>
      <span className="sr-only">{first}</span>
      <span aria-hidden="true">{text}</span>
    </>
  )
}
