'use client'
// One line of a head as it stands in its list: octets, who can see it, and the note that one of its words opens.
import type { ReactNode } from 'react'
import { cx } from '@/app/_ui/cx'
import { useText } from '@/lib/i18n/client'
import { seenOf } from '@/lib/reading/wire/seen'
import type { HeadSide } from '@/lib/reading/wire/wire-parts'
import type { Exchange } from '@/lib/trace/model/exchange'
import { Note } from '../notes/note'
import { useNotePlace } from '../notes/open-note'
import { wireId } from '../places'
import { Seen } from './seen'
import { LineOfWord } from './word'

export interface LineProps {
  side: HeadSide
  exchange: Exchange
  full: boolean
  fromPage: boolean
}

interface RowProps extends LineProps {
  kind: 'start' | 'same' | 'own' | 'cred'
  id: string
  bytes: number
  /** Octets of what; a line of a head unless said. */
  of?: 'line' | 'body'
  script: boolean | null
  children: ReactNode
}

/** `same`: the browser or the HTTP server adds it by itself. */
const LOOKS = {
  start: { name: 'text-ink-2', value: 'font-bold text-ink' },
  own: { name: 'text-ink-2', value: 'text-ink' },
  same: { name: 'text-ink-3', value: 'text-ink-3' },
  cred: { name: 'text-ink-2', value: 'text-ink-2' },
}

/** Columns of a lane page: the line, its octets, who can see it. */
export const WIDE = 'grid-cols-[minmax(0,1fr)_3rem_9.5rem] max-tablet:grid-cols-[minmax(0,1fr)_auto]'
const NARROW = 'grid-cols-[minmax(0,1fr)_auto]'

export function Row({ side, exchange, kind, id, bytes, of = 'line', script, full, children }: RowProps) {
  const t = useText('inspector')
  const note = useNotePlace()
  const [slug = '', text = ''] = note.word?.split(/ (.*)/s) ?? []
  const isOpen = (one: string, word: string) => note.word === `${one} ${word}`
  const toggle = (one: string, word: string) => note.toggle(`${one} ${word}`)
  return (
    <li
      id={wireId(exchange.id, id)}
      tabIndex={-1}
      className={cx(
        'grid scroll-my-14 gap-x-3 pr-3 focus:bg-mark-1 focus-visible:-outline-offset-2 max-tablet:py-2',
        kind === 'cred' ? 'border-l-3 border-lane bg-tint pl-3' : 'pl-3.75',
        note.word !== null && kind !== 'cred' && 'bg-mark-1',
        full ? WIDE : NARROW,
      )}
    >
      <LineOfWord value={{ look: LOOKS[kind], isOpen, toggle }}>
        <div className="pl-[2ch] -indent-[2ch] wrap-anywhere *:indent-0">{children}</div>
      </LineOfWord>
      <span className="min-w-[3ch] text-right text-12 leading-6 text-ink-3">
        <span aria-hidden="true">{bytes}</span>
        <span className="sr-only">{t(of === 'line' ? 'wire.bytes' : 'wire.bytesInBody', { bytes })}</span>
      </span>
      {full && <Seen script={script} />}
      {note.word !== null && (
        <div className="col-span-full">
          <Note key={text} slug={slug} word={text} seen={seenOf(side, script)} close={note.close} />
        </div>
      )}
    </li>
  )
}
