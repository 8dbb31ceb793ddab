'use client'
// Opens on a click, and fetches its text then.
import { useId } from 'react'
import { Missing } from '@/app/_ui/later'
import { type Text, useText } from '@/lib/i18n/client'
import { NOTES, UNKNOWN } from '@/lib/reading/notes/field-notes'
import { citation } from '@/lib/reading/notes/sources'
import type { LineVisibility } from '@/lib/reading/wire/seen'
import { Card } from './card'
import { useNoteText } from './note-text'

interface NoteProps {
  slug: string
  /** As it stands on the line: an unknown field has no other name. */
  word: string
  seen: LineVisibility
  close(): void
}

export function Note({ slug, word, seen, close }: NoteProps) {
  const title = useId()
  const note = useNoteText()
  const text = note.state === 'here' ? note.value : null
  const isNamed = text !== null && slug !== UNKNOWN
  return (
    <Card
      labelledBy={title}
      filled={text}
      close={close}
      title={
        <b id={title} lang={isNamed ? undefined : 'en'}>
          {isNamed ? text(`${slug}.name`) : word}
        </b>
      }
    >
      {text && <Facets text={text} slug={slug} seen={seen} />}
      {note.state === 'coming' && <div className="min-h-45" />}
      {note.state === 'missing' && <Missing />}
    </Card>
  )
}

/** What it is; what it does here; what would change without it; who can see it; where that is written. */
function Facets({ text, slug, seen }: { text: Text; slug: string; seen: LineVisibility }) {
  const t = useText('inspector')
  return (
    <>
      <div className="grid max-w-measure gap-1 px-3.5 pt-2">
        <p>{text(`${slug}.what`)}</p>
        {text.has(`${slug}.limit`) && <p>{text(`${slug}.limit`)}</p>}
      </div>
      <dl className="mt-2 border-t border-line px-3.5 pt-1.5">
        <Facet name="here" says={text(`${slug}.here`)} />
        <Facet name="without" says={text(`${slug}.without`)} />
        <Facet name="seen" says={t(`seen.${seen}`)} />
      </dl>
      <Source slug={slug} />
    </>
  )
}

function Facet({ name, says }: { name: 'here' | 'without' | 'seen'; says: string }) {
  const t = useText('inspector')
  return (
    <div className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-2 py-0.5 max-narrow:grid-cols-1 max-narrow:gap-0">
      <dt className="text-12 leading-text text-ink-3">{t(`note.${name}`)}</dt>
      <dd className="max-w-measure">{says}</dd>
    </div>
  )
}

function Source({ slug }: { slug: string }) {
  const t = useText('inspector')
  const sources = useText('sources')
  const source = NOTES[slug]
  if (!source && slug === UNKNOWN) return <div className="pb-2.5" />
  return (
    <p className="px-3.5 pt-1.5 pb-2.5 text-12">
      {source ? (
        <a className="inline-block py-1" href={source.href} rel="noreferrer">
          {citation(sources, source)}
        </a>
      ) : (
        t('note.ownSource')
      )}
    </p>
  )
}
