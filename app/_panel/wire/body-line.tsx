'use client'
// What followed a head. The record keeps of a body only what can be no secret.
import { useText } from '@/lib/i18n/client'
import { addedBytes } from '@/lib/reading/wire/added-bytes'
import type { HeadSide } from '@/lib/reading/wire/wire-parts'
import type { Exchange } from '@/lib/trace/model/exchange'

export function BodyLine({ exchange, side }: { exchange: Exchange; side: HeadSide }) {
  const t = useText('inspector')
  const bytes = exchange[side]!.bodyBytes
  if (bytes === 0) return null
  const token = side === 'response' ? addedBytes(exchange).body : 0
  const sent = side === 'request' ? exchange.sent : null
  return (
    <p className="wirebody">
      <span className="dim">{`${t('wire.body', { bytes })} `}</span>
      {sent && <code lang="en">{sent.text}</code>}
      {sent && sent.hidden.length > 0 && <small>{t('wire.bodyHidden')}</small>}
      {side === 'request' && !sent && <small>{t('wire.bodyNotKept')}</small>}
      {token > 0 && <small>{t('wire.bodyToken', { length: token })}</small>}
    </p>
  )
}
