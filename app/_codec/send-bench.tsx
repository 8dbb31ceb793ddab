'use client'
// Sends into the visitor's own sandbox.
import { useState } from 'react'
import { useSandboxOpen } from '@/app/_live/state/use-open'
import { Button } from '@/app/_ui/button'
import { VisibleText } from '@/app/_ui/visible-text'
import { BENCH_PATHS, type BenchPath } from '@/lib/codec/bench-paths'
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'
import { Answer } from './answer'
import { ChooseCredential } from './choose-credential'
import { CredentialText } from './credential-text'
import { EditButtons } from './edit-buttons'
import { OpenedText } from './opened-text'
import type { OwnCredential } from './own-credential'
import { BenchCard } from './parts'
import { type SendResult, sendText } from './send'

const MOST = 4096

export function SendBench() {
  const t = useText('bench')
  const [strategy, setStrategy] = useState<StrategyName>('cookie')
  const [own, setOwn] = useState<OwnCredential | null>(null)
  const [text, setText] = useState('')
  const [result, setResult] = useState<SendResult | null>(null)
  const take = (credential: OwnCredential | null) => {
    setOwn(credential)
    setText(credential?.text ?? '')
    setResult(null)
  }
  const change = (next: string) => {
    setText(next)
    setResult(null)
  }
  return (
    <BenchCard id="h-send" title={t('send.title')}>
      <p>{t('send.lead')}</p>
      <ChooseCredential
        strategy={strategy}
        choose={(lane) => {
          setStrategy(lane)
          take(null)
        }}
        take={take}
      />
      <CredentialText label={t('send.text')} text={text} change={change} most={MOST} />
      {own && <p className="text-ink-3">{t(text === own.text ? 'send.as-is' : 'send.edited')}</p>}
      <EditButtons text={text} change={change} />
      <SendRow strategy={strategy} text={text} done={setResult} />
      {result && <Answer result={result} />}
      {text !== '' && <OpenedText text={text} />}
      {own && text === own.text && <Found own={own} />}
    </BenchCard>
  )
}

function SendRow({
  strategy,
  text,
  done,
}: {
  strategy: StrategyName
  text: string
  done(result: SendResult): void
}) {
  const t = useText('bench')
  const open = useSandboxOpen()
  const [operation, setOperation] = useState<BenchPath>('me')
  const [busy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    done(await sendText(strategy, text, operation))
    setBusy(false)
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      <label className="inline-flex items-center gap-2 text-13">
        <span>{t('send.ask')}</span>
        <select
          className="h-7.5 rounded-2 border border-line-strong bg-surface px-2 max-tablet:h-10"
          value={operation}
          onChange={(event) => setOperation(event.target.value as BenchPath)}
        >
          {BENCH_PATHS.map((one) => (
            <option key={one} value={one}>
              {`GET ${one}`}
            </option>
          ))}
        </select>
      </label>
      <Button
        look="solid"
        off={!open || busy || text === ''}
        aria-describedby="send-note"
        onClick={() => void send()}
      >
        {t('send.go')}
      </Button>
      <p id="send-note" className="flex-1 basis-64 text-13 text-ink-3">
        {t(text === '' ? 'send.first' : 'send.note')}
      </p>
    </div>
  )
}

/** What cannot be decoded: the server has opened it, and tells its owner. */
function Found({ own: { found } }: { own: OwnCredential }) {
  const t = useText('bench')
  if (found.length === 0) return null
  return (
    <details>
      <summary className="min-h-7 text-13 font-semibold">{t('found.title')}</summary>
      <p className="text-ink-3">{t('found.says')}</p>
      <dl className="font-mono text-wire leading-wire wrap-anywhere">
        {found.map(({ name, value }) => (
          <div key={name} className="grid grid-cols-[8.75rem_minmax(0,1fr)] gap-2 border-t border-line py-1">
            <dt lang="en" className="text-ink-3">
              {name}
            </dt>
            <dd lang="en">
              <VisibleText text={value} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
