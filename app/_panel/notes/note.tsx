'use client'
// Opens on a click; Escape closes it and gives the focus back to the word.
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { Icon } from '@/app/_ui/icon'
import { Missing } from '@/app/_ui/later'
import { plainKey } from '@/app/_ui/plain-key'
import { type Text, useText } from '@/lib/i18n/client'
import { NOTES, UNKNOWN } from '@/lib/reading/notes/field-notes'
import { citation } from '@/lib/reading/notes/sources'
import type { LineVisibility } from '@/lib/reading/wire/seen'
import { useNoteText } from './note-text'

interface NoteProps {
  slug: string
  /** As it stands on the line: an unknown field has no other name. */
  word: string
  seen: LineVisibility
  /** What else there is to say about this line: see wire-line.tsx. */
  children?: ReactNode
  close(): void
}

export function Note({ slug, word, seen, children, close }: NoteProps) {
  const t = useText('inspector')
  const title = useId()
  const card = useRef<HTMLElement>(null)
  const opener = useRef<Element | null>(null)
  const note = useNoteText()
  const text = note.state === 'here' ? note.value : null
  useEffect(() => {
    opener.current = document.activeElement
    card.current?.focus()
  }, [])
  const shut = () => {
    close()
    if (opener.current instanceof HTMLElement) opener.current.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (plainKey(event) === 'Escape') shut()
  }
  return (
    <section ref={card} className="fnote" tabIndex={-1} aria-labelledby={title} onKeyDown={onKeyDown}>
      <header>
        <b id={title}>{text && slug !== UNKNOWN ? text(`${slug}.name`) : word}</b>
        <button type="button" className="iconbtn" aria-label={t('note.close')} onClick={shut}>
          <Icon name="cross" />
        </button>
      </header>
      {text && <Facets text={text} slug={slug} seen={seen} />}
      {note.state === 'coming' && <div className="noteplace-text" />}
      {note.state === 'missing' && <Missing />}
      {children}
    </section>
  )
}

/** What it is; what it does here; what would change without it; who can see it; where that is written. */
function Facets({ text, slug, seen }: { text: Text; slug: string; seen: LineVisibility }) {
  const t = useText('inspector')
  const sources = useText('sources')
  const source = NOTES[slug]
  return (
    <>
      <p>{text(`${slug}.what`)}</p>
      {text.has(`${slug}.limit`) && <p>{text(`${slug}.limit`)}</p>}
      <dl>
        {(['here', 'without'] as const).map((facet) => (
          <div key={facet}>
            <dt>{t(`note.${facet}`)}</dt>
            <dd>{text(`${slug}.${facet}`)}</dd>
          </div>
        ))}
        <div>
          <dt>{t('note.seen')}</dt>
          <dd>{t(`seen.${seen}`)}</dd>
        </div>
      </dl>
      <p className="src">
        {source ? (
          <a href={source.href} rel="noreferrer">
            {citation(sources, source)}
          </a>
        ) : (
          slug !== UNKNOWN && t('note.ownSource')
        )}
      </p>
    </>
  )
}
