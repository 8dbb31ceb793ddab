'use client'
// Opens on a click; Escape closes it and gives the focus back to the word.
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { useText } from '@/lib/i18n/client'
import { Icon } from '../_ui/icon'
import { NOTES } from './field-notes'

interface NoteProps {
  slug: string
  /** The line cannot be read by page script; the panel has it from the server, and says so. */
  hiddenFromScript: boolean
  close(): void
}

export function Note({ slug, hiddenFromScript, close }: NoteProps) {
  const t = useText('inspector')
  const title = useId()
  const card = useRef<HTMLElement>(null)
  const word = useRef<Element | null>(null)
  useEffect(() => {
    word.current = document.activeElement
    card.current?.focus()
  }, [])
  const shut = () => {
    close()
    if (word.current instanceof HTMLElement) word.current.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') shut()
  }
  const [label, href] = NOTES[slug]!
  return (
    <section ref={card} className="fnote" tabIndex={-1} aria-labelledby={title} onKeyDown={onKeyDown}>
      <header>
        <b id={title}>{t(`note.${slug}.name`)}</b>
        <button type="button" className="iconbtn" aria-label={t('note.close')} onClick={shut}>
          <Icon name="cross" />
        </button>
      </header>
      <p>{t(`note.${slug}.what`)}</p>
      {t.has(`note.${slug}.limit`) && <p>{t(`note.${slug}.limit`)}</p>}
      <p className="src">
        <a href={href} rel="noreferrer">
          {label}
        </a>
      </p>
      {hiddenFromScript && (
        <p className="how">
          <Icon name="rows" />
          {t('note.hiddenFromScript')}
        </p>
      )}
    </section>
  )
}
