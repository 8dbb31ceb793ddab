'use client'
// The real credential is fetched on a click, and kept only as long as it is on screen.
import { useState } from 'react'
import { fetchWhole } from '@/app/_live/requests/fetch-whole'
import { copyAsCurl } from '@/app/_panel/timeline/copy-as-curl'
import { Status } from '@/app/_ui/status'
import { useLocale, useText } from '@/lib/i18n/client'
import type { RunReport } from '@/lib/labs/run/run'
import { millis } from '@/lib/reading/format'
import { curlOf } from '@/lib/trace/export/curl'
import { exchangesOf } from '../run/run-state'
import { AnsweredBy } from './answered-by'
import type { NumberedLine } from './sent-groups'

/** One command and its answer. */
export function Sent({ line, run }: { line: NumberedLine; run: RunReport }) {
  const locale = useLocale()
  const inspector = useText('inspector')
  const [whole, setWhole] = useState<string | null>(null)
  return (
    <li
      className={`lane-${line.lane} grid grid-cols-[1.75rem_minmax(0,1fr)] border-line py-1.5 text-wire not-first:border-t`}
      id={`sent-${line.number}`}
    >
      <span className="font-mono text-12 text-ink-3">{line.number}</span>
      <div className="min-w-0">
        <Command text={whole ?? line.command} />
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 py-1 text-12 text-ink-3">
          {/* 0: no answer came. */}
          <Status status={line.status || undefined} />
          <span>
            <span lang="en">{line.lane}</span>
            <span>{`, ${inspector(`device.${line.device}`)}`}</span>
            {line.answeredBy && (
              <>
                <span>{', '}</span>
                <AnsweredBy who={line.answeredBy} />
              </>
            )}
            {line.contentType && <span className="font-mono" lang="en">{`, ${line.contentType}`}</span>}
          </span>
          <span className="ml-auto">{millis(line.micros, locale)}</span>
        </div>
        {line.body && (
          <div className="font-mono [overflow-wrap:anywhere] text-ink-2" lang="en">
            {line.body}
          </div>
        )}
        {line.exchange && <Tools line={line} run={run} whole={whole} setWhole={setWhole} />}
      </div>
    </li>
  )
}

const CREDENTIAL = /^\s*-H '(cookie|authorization):/i

/** The lines that carry a credential are coloured. */
function Command({ text }: { text: string }) {
  return (
    <div className="grid grid-cols-[1rem_minmax(0,1fr)]">
      <span className="font-mono text-ink-3" aria-hidden="true">
        $
      </span>
      <code
        className="font-mono leading-wire [overflow-wrap:anywhere] whitespace-pre-wrap"
        translate="no"
        lang="en"
      >
        {text.split('\n').map((part, index) => (
          <span key={index} className={CREDENTIAL.test(part) ? 'font-bold text-lane' : undefined}>
            {index > 0 ? `\n${part}` : part}
          </span>
        ))}
      </code>
    </div>
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
    <div className="flex flex-wrap items-center gap-x-3.5 text-12 text-ink-2">
      <button
        type="button"
        className={LINK}
        onClick={() => void copy()}
        aria-label={t('terminal.copy-of', { n })}
      >
        {t('terminal.copy')}
      </button>
      <button
        type="button"
        className={LINK}
        aria-expanded={whole !== null}
        onClick={() => void reveal()}
        aria-label={t('terminal.reveal-of', { n })}
      >
        {t(whole === null ? 'terminal.reveal' : 'terminal.hide')}
      </button>
      <span role="status">{said}</span>
    </div>
  )
}

const LINK =
  'min-h-6 underline decoration-line-strong underline-offset-3 hover:text-ink max-tablet:min-h-10 max-tablet:min-w-10'
