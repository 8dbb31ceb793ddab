'use client'
// What followed a head. The record keeps of a body only what can be no secret, and of a token that it brought where it lies now.
import { useText } from '@/lib/i18n/client'
import { addedBytes } from '@/lib/reading/wire/added-bytes'
import { BODY_LINE, bodyToken, TOKEN_MEMBER } from '@/lib/reading/wire/body-token'
import type { HeadSide } from '@/lib/reading/wire/wire-parts'
import type { Exchange } from '@/lib/trace/model/exchange'
import { OpenedCredential } from '../credential/opened-credential'
import { Secret } from '../credential/secret'
import { type LineProps, Row } from './wire-row'
import { Word } from './word'

/** The member of the body that carries the access token: a credential of the answer that stands in no header line. */
export function BodyToken(props: LineProps) {
  const t = useText('inspector')
  const { exchange, fromPage } = props
  const token = props.side === 'response' ? bodyToken(exchange) : null
  if (!token?.value) return null
  const valueIn = ({ stored }: Exchange) => stored.after.find(({ id }) => id === token.id)?.value
  return (
    <Row {...props} kind="cred" id={BODY_LINE} bytes={token.bytes} of="body" script={fromPage ? true : null}>
      <span className="font-sans text-12 text-ink-2">{`${t('wire.inBody')} `}</span>
      <Word slug={null} text={`"${TOKEN_MEMBER}":`} part="name" />
      <Secret
        id={BODY_LINE}
        name={TOKEN_MEMBER}
        text={token.value}
        real={valueIn}
        opened={(text) => <OpenedCredential text={text} exchange={exchange} presented={false} />}
      />
    </Row>
  )
}

export function BodyLine({ exchange, side }: { exchange: Exchange; side: HeadSide }) {
  const t = useText('inspector')
  const bytes = exchange[side]!.bodyBytes
  if (bytes === 0) return null
  const token = side === 'response' ? addedBytes(exchange).body : 0
  const sent = side === 'request' ? exchange.sent : null
  return (
    <p className="pt-1.5 pr-3 pl-3.75 text-12 wrap-anywhere text-ink-2">
      <span className="text-ink-3">{`${t('wire.body', { bytes })} `}</span>
      {sent && (
        <code lang="en" translate="no">
          {sent.text}
        </code>
      )}
      {sent && sent.hidden.length > 0 && <Aside text={t('wire.bodyHidden')} />}
      {side === 'request' && !sent && <Aside text={t('wire.bodyNotKept')} />}
      {token > 0 && <Aside text={t('wire.bodyToken', { length: token })} />}
    </p>
  )
}

const Aside = ({ text }: { text: string }) => <span className="block">{text}</span>
