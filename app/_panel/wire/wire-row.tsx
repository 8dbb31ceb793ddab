'use client'
// One line of a head as it stands in its list: octets, who can see it, and the note that one of its words opens.
import { createContext, type ReactNode, useContext, useState } from 'react'
import { useLocale, useText } from '@/lib/i18n/client'
import { seenOf } from '@/lib/reading/wire/seen'
import type { HeadSide } from '@/lib/reading/wire/wire-parts'
import type { Exchange } from '@/lib/trace/model/exchange'
import { Note } from '../notes/note'
import { wireId } from '../places'

export interface LineProps {
  side: HeadSide
  exchange: Exchange
  full: boolean
  fromPage: boolean
  /** The key of the note that is open, anywhere in this exchange. */
  note: string | null
  setNote(key: string | null): void
}

interface WordState {
  isOpen(slug: string, text: string): boolean
  toggle(slug: string, text: string): void
}

const OpenWord = createContext<WordState | null>(null)

/** A word of a line; with a slug it opens a note beneath its line. */
export function Word({ slug, text, className }: { slug: string | null; text: string; className: string }) {
  const state = useContext(OpenWord)
  if (slug === null || state === null) return <span className={className}>{text}</span>
  return (
    <button
      type="button"
      className={`at ${className}`}
      aria-expanded={state.isOpen(slug, text)}
      onClick={() => state.toggle(slug, text)}
    >
      {text}
    </button>
  )
}

interface RowProps extends LineProps {
  kind: 'start' | 'same' | 'own' | 'cred'
  id: string
  bytes: number
  script: boolean | null
  children: ReactNode
}

export function Row({ side, exchange, kind, id, bytes, script, full, note, setNote, children }: RowProps) {
  const t = useText('inspector')
  const locale = useLocale()
  const [opener, setOpener] = useState('')
  const open = note?.startsWith(`${id}.`) ? note.slice(id.length + 1) : null
  const toggle = (slug: string, text: string) => {
    setOpener(text)
    setNote(open === slug && opener === text ? null : `${id}.${slug}`)
  }
  return (
    <li id={wireId(exchange.id, id)} tabIndex={-1} className={`wl ${kind}${open ? ' open' : ''}`}>
      <OpenWord value={{ isOpen: (slug, text) => open === slug && opener === text, toggle }}>
        <div className="t">{children}</div>
      </OpenWord>
      <span className="b" title={t('wire.bytes', { bytes })}>
        {bytes}
      </span>
      {full && <Seen script={script} />}
      {open && (
        <div className="noteplace" lang={locale}>
          <Note
            key={opener}
            slug={open}
            word={opener}
            seen={seenOf(side, script)}
            close={() => setNote(null)}
          />
        </div>
      )}
    </li>
  )
}

/** Who can see the line: the server and anyone on a network without TLS always; page script not always. */
function Seen({ script }: { script: boolean | null }) {
  const t = useText('inspector')
  const locale = useLocale()
  const label = t(script === null ? 'wire.seenNoPage' : script ? 'wire.seenByAll' : 'wire.seenNotByScript')
  return (
    <span className="see" role="img" aria-label={label} lang={locale}>
      <i className="y" />
      {script === null ? <i>–</i> : <i className={script ? 'y' : 'n'} />}
      <i className="y" />
    </span>
  )
}
