'use client'
// The last row of an answer: what its body brought.
import { useText } from '@/lib/i18n/client'
import type { ShownExchanges } from '@/lib/reading/evidence/heads'
import { BODY_LINE, bodyToken, TOKEN_MEMBER } from '@/lib/reading/wire/body-token'
import { STRATEGIES } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import { RevealScope } from '../credential/reveal'
import { Secret } from '../credential/secret'
import { LaneRow, Line } from './row'

/** The access token in the body of an answer: a credential that stands in no line of a head. */
export function BodyRow({ shown }: { shown: ShownExchanges }) {
  const t = useText('evidence')
  const hasToken = (exchange: Exchange | undefined) => exchange !== undefined && bodyToken(exchange) !== null
  if (!STRATEGIES.some((lane) => hasToken(shown[lane]))) return null
  return <LaneRow name={t('body')} cell={(lane) => <BodyCell exchange={shown[lane]} />} />
}

function BodyCell({ exchange }: { exchange: Exchange | undefined }) {
  const t = useText('evidence')
  const inspector = useText('inspector')
  const token = exchange && bodyToken(exchange)
  if (!exchange || !token?.value) return <span className="sr-only">{t('absent')}</span>
  const valueIn = ({ stored }: Exchange) => stored.after.find(({ id }) => id === token.id)?.value
  return (
    <Line look="credential" end={{ text: String(token.bytes), words: t('bytes', { n: token.bytes }) }}>
      <span className="font-sans text-12 text-ink-2">{`${inspector('wire.inBody')} `}</span>
      <span className="text-ink-2" lang="en" translate="no">
        {`"${TOKEN_MEMBER}":`}
      </span>
      <RevealScope exchange={exchange}>
        <Secret id={BODY_LINE} name={TOKEN_MEMBER} text={token.value} real={valueIn} />
      </RevealScope>
    </Line>
  )
}
