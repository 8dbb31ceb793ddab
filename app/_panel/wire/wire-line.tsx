'use client'
// One line of a head: its words can be opened, its credential revealed.
import type { ReactNode } from 'react'
import { useText } from '@/lib/i18n/client'
import { noteOfField } from '@/lib/reading/notes/field-notes'
import { isForeign } from '@/lib/reading/wire/credential-bytes'
import { credentialName } from '@/lib/reading/wire/credential-name'
import { lineBytes, startBytes } from '@/lib/reading/wire/line-bytes'
import { type LinePart, partsOf, scriptKnows, writtenHere } from '@/lib/reading/wire/wire-parts'
import { maskedLength } from '@/lib/trace/export/mask'
import type { Exchange, HeaderLine } from '@/lib/trace/model/exchange'
import { OpenedCredential } from '../credential/opened-credential'
import { useReveal } from '../credential/reveal'
import { Secret } from '../credential/secret'
import { SetOutcome } from './set-outcome'
import { type LineProps, Row } from './wire-row'
import { Word } from './word'

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
      <Word slug={slug} text={text} />
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
      <Word slug={noteOfField(side, line[0])} text={line[0]} part="name" />
      <Word slug={null} text=": " part="name" />
      {parts.map((part, i) =>
        part.kind === 'credential' ? (
          <CredentialPart key={i} {...props} parts={parts} nth={i} foreign={isOthers(part)} />
        ) : (
          <WordPart key={i} part={part} full={props.full} />
        ),
      )}
      {side === 'response' && line[0].toLowerCase() === 'set-cookie' && (
        <SetOutcome exchange={exchange} index={index} />
      )}
    </Row>
  )
}

/** Where there is room, each attribute has a line. */
function WordPart({ part, full }: { part: LinePart; full: boolean }) {
  const { kind, before, note, text } = part
  if (kind !== 'attribute') return <Word slug={note} text={text} />
  return (
    <span className={full ? 'block pl-[2ch]' : undefined}>
      <Word slug={null} text={before ?? ''} />
      <Word slug={note} text={text} />
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
        name={credentialName(line, parts.slice(0, nth))}
        text={parts[nth]!.text}
        real={(whole) => partsOf(side, whole[side]!.headers[index]!)[nth]?.text}
        opened={(text) => (
          <OpenedCredential text={text} exchange={exchange} presented={side === 'request' && !foreign} />
        )}
        foreign={foreign}
      />
    </Value>
  )
}

/** Another program's cookie is hidden like a credential, and is none. */
function Value({ foreign, children }: { foreign: boolean; children: ReactNode }) {
  const t = useText('inspector')
  if (!foreign) return children
  return (
    <span>
      {children}
      <span className="font-sans text-12 text-ink-3">{` ${t('wire.foreign')}`}</span>
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
      {maskedLength(shownName) ? (
        <span className="font-sans text-12 text-ink-3">{t('wire.guestField')}</span>
      ) : (
        <Word slug={null} text={shownName} part="name" />
      )}
      <Word slug={null} text=": " part="name" />
      <Secret
        id={id}
        name={t('wire.guestText')}
        text={value || '…[0]'}
        real={(exchange) => sentOf(exchange, 1)}
        foreign
      />
    </Row>
  )
}
