'use client'
// Takes the focus when it opens; Escape closes it and gives the focus back to the word.
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { Button } from '@/app/_ui/button'
import { Icon } from '@/app/_ui/icon'
import { plainKey } from '@/app/_ui/plain-key'
import { useText } from '@/lib/i18n/client'

interface CardProps {
  /** The id of what names it, or its name. */
  labelledBy?: string
  label?: string
  title: ReactNode
  /** When it changes, the card has grown. */
  filled?: unknown
  close(): void
  children: ReactNode
}

/** In the flow below its line, and in sight: what sticks to an edge of the window does not count as free. */
export function Card({ labelledBy, label, title, filled, close, children }: CardProps) {
  const t = useText('inspector')
  const card = useRef<HTMLElement>(null)
  const opener = useRef<Element | null>(null)
  useEffect(() => {
    opener.current = document.activeElement
    card.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    // What it returns is nothing to clean up with: in newer browsers a promise.
    card.current?.scrollIntoView({ block: 'nearest' })
  }, [filled])
  const shut = () => {
    close()
    if (opener.current instanceof HTMLElement) opener.current.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (plainKey(event) === 'Escape') shut()
  }
  return (
    <section
      ref={card}
      className="my-1.5 scroll-my-14 rounded-2 border-2 border-ink bg-surface font-sans text-13 leading-text font-normal whitespace-normal text-ink-2 indent-0 shadow-2 focus-visible:outline-offset-1"
      tabIndex={-1}
      aria-labelledby={labelledBy}
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      <header className="flex items-start justify-between gap-2 border-b border-line py-1 pr-1 pl-3.5 text-14 text-ink">
        <div className="py-0.5">{title}</div>
        <Button
          look="quiet"
          size="square"
          className="print:hidden"
          aria-label={t('note.close')}
          onClick={shut}
        >
          <Icon name="cross" />
        </Button>
      </header>
      {children}
    </section>
  )
}
