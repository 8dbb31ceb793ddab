'use client'
// The real credential is fetched on a click, and kept only as long as it is on screen.
import { useState } from 'react'
import { fetchWhole } from '@/app/_live/requests/fetch-whole'
import { copyAsCurl } from '@/app/_panel/timeline/copy-as-curl'
import { Icon } from '@/app/_ui/icon'
import { useLocale, useText } from '@/lib/i18n/client'
import type { RunReport } from '@/lib/labs/run/run'
import { millis } from '@/lib/reading/format'
import { curlOf } from '@/lib/trace/export/curl'
import { exchangesOf } from '../run/run-state'
import type { NumberedLine } from './sent-groups'

/** One command and its answer. */
export function Sent({ line, run }: { line: NumberedLine; run: RunReport }) {
  const locale = useLocale()
  const inspector = useText('inspector')
  const [whole, setWhole] = useState<string | null>(null)
  const refused = line.status >= 400
  return (
    <li className={`blk ${line.lane}`} id={`sent-${line.number}`}>
      <div className="ln">
        <span className="nn">{line.number}</span>
        <span className="pm" aria-hidden="true">
          $
        </span>
        <Command text={whole ?? line.command} />
      </div>
      <div className="out">
        <span className={refused ? 'status no' : 'status'}>
          <Icon name={refused ? 'cross' : 'check'} />
          <span>{line.status}</span>
        </span>
        <span className="hh">
          <span>{`${line.lane}, `}</span>
          <span lang={locale}>{inspector(`device.${line.device}`)}</span>
          {line.contentType && <span>{`, ${line.contentType}`}</span>}
        </span>
        <span className="t">{millis(line.micros, locale)}</span>
      </div>
      {line.body && <div className="bd">{line.body}</div>}
      {line.exchange && <Tools line={line} run={run} whole={whole} setWhole={setWhole} />}
    </li>
  )
}

const CREDENTIAL = /^\s*-H '(cookie|authorization):/i

/** The lines that carry a credential are coloured. */
function Command({ text }: { text: string }) {
  return (
    <code className="cmd" translate="no">
      {text.split('\n').map((part, index) => (
        <span key={index} className={CREDENTIAL.test(part) ? 'c' : undefined}>
          {index > 0 ? `\n${part}` : part}
        </span>
      ))}
    </code>
  )
}

interface ToolsProps {
  line: NumberedLine
  run: RunReport
  whole: string | null
  setWhole(command: string | null): void
}

function Tools({ line, run, whole, setWhole }: ToolsProps) {
  const t = useText('labs')
  const copied = useText('timeline')
  const locale = useLocale()
  const [said, say] = useState<string | null>(null)
  const list = exchangesOf(run, line.lane)
  const reveal = async () => {
    if (whole !== null) return setWhole(null)
    const exchange = await fetchWhole(line.exchange!, list)
    if (typeof exchange === 'string') return say(t(`terminal.${exchange}`))
    setWhole(curlOf(exchange, { origin: location.origin }).text)
  }
  const copy = async () => say(copied(`copied.${await copyAsCurl(line.exchange!, list)}`))
  const n = line.number
  return (
    <div className="tools" lang={locale}>
      <button type="button" onClick={() => void copy()} aria-label={t('terminal.copy-of', { n })}>
        {t('terminal.copy')}
      </button>
      <button
        type="button"
        onClick={() => void reveal()}
        aria-label={t(whole === null ? 'terminal.reveal-of' : 'terminal.hide-of', { n })}
      >
        {t(whole === null ? 'terminal.reveal' : 'terminal.hide')}
      </button>
      <span role="status">{said}</span>
    </div>
  )
}
