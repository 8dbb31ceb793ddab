'use client'
// One line of a head: its words can be opened, its credential revealed.
import type { ReactNode } from 'react'
import { useLocale, useText } from '@/lib/i18n/client'
import { noteOfField } from '@/lib/reading/notes/field-notes'
import { isForeign } from '@/lib/reading/wire/credential-bytes'
import { lineBytes, startBytes } from '@/lib/reading/wire/line-bytes'
import { type LinePart, partsOf, scriptKnows, writtenHere } from '@/lib/reading/wire/wire-parts'
import { maskedLength } from '@/lib/trace/export/mask'
import type { Exchange, HeaderLine } from '@/lib/trace/model/exchange'
import { OpenedCredential } from '../credential/opened-credential'
import { useReveal } from '../credential/reveal'
import { Secret } from '../credential/secret'
import { SetOutcome } from './set-outcome'
import { type LineProps, Row, Word } from './wire-row'

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
      <Word slug={slug} text={text} className="v" />
    </Row>
  )
}

interface HeaderLineProps extends LineProps {
  line: HeaderLine
  index: number
}

export function HeaderLineRow({ equal, ...props }: HeaderLineProps & { equal: boolean }) {
  const { line, index, side, fromPage, exchange } = props
  if (side === 'request' && exchange.guestText?.lines.includes(index)) return <GuestLineRow {...props} />
  const parts = partsOf(side, line)
  const isOthers = ({ cookie }: LinePart) =>
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
      <Word slug={noteOfField(side, line[0])} text={line[0]} className="k" />
      <span className="k">: </span>
      {parts.map((part, i) =>
        part.kind === 'credential' ? (
          <CredentialPart key={i} {...props} parts={parts} nth={i} foreign={isOthers(part)} />
        ) : (
          <WordPart key={i} part={part} />
        ),
      )}
      {side === 'response' && line[0].toLowerCase() === 'set-cookie' && (
        <SetOutcome exchange={exchange} index={index} />
      )}
    </Row>
  )
}

function WordPart({ part }: { part: LinePart }) {
  const { kind, before, note, text } = part
  if (kind !== 'attribute') return <Word slug={note} text={text} className="v" />
  return (
    <span className="al">
      <span>{before}</span>
      <Word slug={note} text={text} className="v" />
    </span>
  )
}

type CredentialProps = Pick<HeaderLineProps, 'side' | 'exchange' | 'line' | 'index'> & {
  parts: LinePart[]
  nth: number
  foreign: boolean
}

function CredentialPart({ side, exchange, line, index, parts, nth, foreign }: CredentialProps) {
  return (
    <Value foreign={foreign}>
      <Secret
        id={`${side}.${index}.${nth}`}
        name={nameOf(line, parts.slice(0, nth))}
        text={parts[nth]!.text}
        real={(whole) => partsOf(side, whole[side]!.headers[index]!)[nth]?.text}
        opened={(text) => (
          <OpenedCredential text={text} exchange={exchange} presented={side === 'request' && !foreign} />
        )}
      />
    </Value>
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
function GuestLineRow({ line: [name, value], index, ...props }: HeaderLineProps) {
  const t = useText('inspector')
  const id = `request.${index}`
  const sentOf = (whole: Exchange, part: 0 | 1) => whole.request.headers[index]?.[part]
  const { isShown, whole } = useReveal()
  const shownName = (isShown(id) && whole && sentOf(whole, 0)) || name
  return (
    <Row {...props} kind="same" id={id} bytes={lineBytes([name, value])} script={null}>
      <span className="k">{`${maskedLength(shownName) ? t('wire.guestField') : shownName}: `}</span>
      <Secret
        id={id}
        name={t('wire.guestText')}
        text={value || '…[0]'}
        real={(exchange) => sentOf(exchange, 1)}
      />
    </Row>
  )
}

/** What the reveal button reveals: a cookie by its name, else the scheme. */
const nameOf = (line: HeaderLine, before: LinePart[]) =>
  before.findLast(({ text }) => text.trim() !== '')?.text.replace(/=$/, '') ?? line[0]
