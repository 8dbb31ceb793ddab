'use client'
// A word of a line opens its explanation, and closes it again.
import { createContext, type KeyboardEvent, useContext } from 'react'
import { plainKey } from '@/app/_ui/plain-key'
import { WordButton } from '../notes/word-button'

interface WordState {
  /** How names and values of this line are drawn. */
  look: { name: string; value: string }
  isOpen(slug: string, text: string): boolean
  toggle(slug: string, text: string): void
}

export const LineOfWord = createContext<WordState | null>(null)

interface WordProps {
  slug: string | null
  text: string
  part?: 'name' | 'value'
}

/** A literal of a line; with a slug it opens a note beneath its line. */
export function Word({ slug, text, part = 'value' }: WordProps) {
  const line = useContext(LineOfWord)
  const look = line?.look[part] ?? ''
  if (slug === null || line === null)
    return (
      <span className={look} lang="en" translate="no">
        {text}
      </span>
    )
  const open = line.isOpen(slug, text)
  const toggle = () => line.toggle(slug, text)
  const onKeyDown = (event: KeyboardEvent) => {
    if (open && plainKey(event) === 'Escape') toggle()
  }
  return (
    <WordButton className={look} aria-expanded={open} onClick={toggle} onKeyDown={onKeyDown}>
      {text}
    </WordButton>
  )
}
