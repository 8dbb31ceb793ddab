'use client'
// One line of a head: its words can be opened, its credential revealed.
import { Fragment, type ReactNode, useState } from 'react'
import { useLocale, useText } from '@/lib/i18n/client'
import { noteOfField } from '@/lib/reading/notes/field-notes'
import { isForeign } from '@/lib/reading/wire/credential-bytes'
import { lineBytes, startBytes } from '@/lib/reading/wire/line-bytes'
import { seenOf } from '@/lib/reading/wire/seen'
import { type HeadSide, type Part, partsOf, scriptKnows, writtenHere } from '@/lib/reading/wire/wire-parts'
import { maskedLength } from '@/lib/trace/export/mask'
import type { Exchange, HeaderLine } from '@/lib/trace/model/exchange'
import { OpenedCredential } from '../credential/opened-credential'
import { useReveal } from '../credential/reveal'
import { Secret } from '../credential/secret'
import { Note } from '../notes/note'
import { wireId } from '../places'
import { SetOutcome } from './set-outcome'

interface LineProps {
  side: HeadSide
  exchange: Exchange
  full: boolean
  fromPage: boolean
  /** The key of the note that is open, anywhere in this exchange. */
  note: string | null
  setNote(key: string | null): void
}

export function StartLineRow(props: LineProps) {
  const { side, exchange } = props
  const { request, response } = exchange
  const { everything, whole } = useReveal()
  const { target } = everything && whole ? whole.request : request
  const text =
    side === 'request'
      ? `${request.method} ${target} HTTP/${request.httpVersion}`
      : `HTTP/1.1 ${response!.status} ${response!.reason}`
  const slug = side === 'request' ? 'request-line' : 'status-line'
  const script = props.fromPage ? true : null
  return (
    <Row {...props} kind="start" id={`${side}.start`} bytes={startBytes(text)} script={script}>
      {(word) => word(slug, text, 'v')}
    </Row>
  )
}

export function HeaderLineRow({
  line,
  index,
  equal,
  ...props
}: LineProps & { line: HeaderLine; index: number; equal: boolean }) {
  const { side, fromPage, exchange } = props
  if (side === 'request' && exchange.guestText?.lines.includes(index))
    return <GuestLineRow {...props} line={line} index={index} />
  const parts = partsOf(side, line)
  const isOthers = ({ cookie }: Part) =>
    side === 'request' && cookie !== undefined && isForeign(exchange, cookie)
  const secret = parts.some((part) => part.kind === 'credential' && !isOthers(part))
  const kind = secret ? 'cred' : equal || !writtenHere(side, line) ? 'same' : 'own'
  return (
    <Row
      {...props}
      kind={kind}
      id={`${side}.${index}`}
      bytes={lineBytes(line)}
      script={scriptKnows(side, line[0], fromPage)}
    >
      {(word) => (
        <>
          {word(noteOfField(side, line[0]), line[0], 'k')}
          <span className="k">: </span>
          {parts.map((part, i) => (
            <Fragment key={i}>
              {part.kind === 'credential' ? (
                <Value foreign={isOthers(part)}>
                  <Secret
                    id={`${side}.${index}.${i}`}
                    name={nameOf(line, parts.slice(0, i))}
                    text={part.text}
                    real={(whole) => partsOf(side, whole[side]!.headers[index]!)[i]?.text}
                    opened={(text) => (
                      <OpenedCredential
                        text={text}
                        exchange={exchange}
                        presented={side === 'request' && !isOthers(part)}
                      />
                    )}
                  />
                </Value>
              ) : part.kind === 'attribute' ? (
                <span className="al">
                  <span>{part.before}</span>
                  {word(part.note, part.text, 'v')}
                </span>
              ) : (
                word(part.note, part.text, 'v')
              )}
            </Fragment>
          ))}
          {side === 'response' && line[0].toLowerCase() === 'set-cookie' && (
            <SetOutcome exchange={exchange} index={index} />
          )}
        </>
      )}
    </Row>
  )
}

/** Another program's cookie is hidden like a credential, and is none. */
function Value({ foreign, children }: { foreign: boolean; children: ReactNode }) {
  const t = useText('inspector')
  const locale = useLocale()
  if (!foreign) return children
  return (
    <span className="foreign">
      {children}
      <span> </span>
      <small lang={locale}>{t('wire.foreign')}</small>
    </span>
  )
}

/** Anybody who knows the sandbox's name may have written this line: it is read when its owner wants to. */
function GuestLineRow({
  line: [name, value],
  index,
  ...props
}: LineProps & { line: HeaderLine; index: number }) {
  const t = useText('inspector')
  const id = `request.${index}`
  const sentOf = (whole: Exchange, part: 0 | 1) => whole.request.headers[index]?.[part]
  const { isShown, whole } = useReveal()
  const shownName = (isShown(id) && whole && sentOf(whole, 0)) || name
  return (
    <Row {...props} kind="same" id={id} bytes={lineBytes([name, value])} script={null}>
      {() => (
        <>
          <span className="k">{`${maskedLength(shownName) ? t('wire.guestField') : shownName}: `}</span>
          <Secret
            id={id}
            name={t('wire.guestText')}
            text={value || '…[0]'}
            real={(exchange) => sentOf(exchange, 1)}
          />
        </>
      )}
    </Row>
  )
}

/** What the reveal button reveals: a cookie by its name, else the scheme. */
const nameOf = (line: HeaderLine, before: Part[]) =>
  before.findLast(({ text }) => text.trim() !== '')?.text.replace(/=$/, '') ?? line[0]

interface RowProps extends LineProps {
  kind: 'start' | 'same' | 'own' | 'cred'
  id: string
  bytes: number
  script: boolean | null
  children(word: (slug: string | null, text: string, className: string) => ReactNode): ReactNode
}

function Row({ side, exchange, kind, id, bytes, script, full, note, setNote, children }: RowProps) {
  const t = useText('inspector')
  const locale = useLocale()
  const [opener, setOpener] = useState('')
  const word = (slug: string | null, text: string, className: string) => {
    if (slug === null) return <span className={className}>{text}</span>
    const key = `${id}.${slug}`
    const open = note === key && opener === text
    const toggle = () => {
      setOpener(text)
      setNote(open ? null : key)
    }
    return (
      <button type="button" className={`at ${className}`} aria-expanded={open} onClick={toggle}>
        {text}
      </button>
    )
  }
  const open = note?.startsWith(`${id}.`) ? note.slice(id.length + 1) : null
  return (
    <li id={wireId(exchange.id, id)} tabIndex={-1} className={`wl ${kind}${open ? ' open' : ''}`}>
      <div className="t">{children(word)}</div>
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
