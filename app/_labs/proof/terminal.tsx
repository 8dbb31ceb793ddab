'use client'
// Follows the run; shows and copies commands on a click.
import { useEffect, useRef, useState } from 'react'
import { Icon } from '@/app/_ui/icon'
import { useText } from '@/lib/i18n/client'
import type { RunReport } from '@/lib/labs/run/run'
import { type LabSheet, namespaceOf } from '../sheet'
import { Sent } from './sent'
import { linesByAct, type NumberedLine } from './sent-groups'

type Filter = 'attacker' | 'all'

/** The very commands, newest act last, and what was answered to each. */
export function Terminal({ sheet, run }: { sheet: LabSheet; run: RunReport | null }) {
  const t = useText('labs')
  const [chosen, choose] = useState<Filter | null>(null)
  const sent = run?.sent ?? []
  const hasAttacker = sent.some(({ device }) => device === 'attacker')
  const filter = chosen ?? (hasAttacker ? 'attacker' : 'all')
  const groups = linesByAct(sent, filter, sheet.acts)
  const n = groups.reduce((sum, { lines }) => sum + lines.length, 0)
  const body = useRef<HTMLElement>(null)
  useEffect(() => {
    if (body.current) body.current.scrollTop = body.current.scrollHeight
  }, [sent.length, filter])
  return (
    <section className="term" aria-labelledby="h-term">
      <header>
        <Icon name="terminal" />
        <h2 id="h-term">{t('terminal.title')}</h2>
        <Filters filter={filter} choose={choose} />
        <span className="b">
          {n === sent.length ? t('terminal.count', { n }) : t('terminal.count-some', { n, of: sent.length })}
        </span>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and is reached by keyboard */}
      <section ref={body} className="body" tabIndex={0} aria-label={t('terminal.lines')}>
        {groups.map(({ act, lines }) => (
          <ActGroup key={act ?? ''} sheet={sheet} act={act} lines={lines} run={run!} />
        ))}
        <div className="ln end">
          <span className="pm" aria-hidden="true">
            $
          </span>
          {groups.length === 0 ? (
            <span className="cm">{t(run?.state === 'done' ? 'terminal.none' : 'terminal.empty')}</span>
          ) : (
            <i className="cur" />
          )}
        </div>
      </section>
    </section>
  )
}

function Filters({ filter, choose }: { filter: Filter; choose(filter: Filter): void }) {
  const t = useText('labs')
  return (
    <fieldset className="seg sm">
      <legend className="vh">{t('terminal.of')}</legend>
      {(['attacker', 'all'] as const).map((one) => (
        <label key={one}>
          <input type="radio" name="terminal-of" checked={filter === one} onChange={() => choose(one)} />
          <span>{t(`terminal.${one}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}

interface GroupProps {
  sheet: LabSheet
  act: string | null
  lines: readonly NumberedLine[]
  run: RunReport
}

/** Beyond it the older ones are folded. */
const SHOWN = 9

function ActGroup({ sheet, act, lines, run }: GroupProps) {
  const t = useText('labs')
  const own = useText(namespaceOf(sheet.slug))
  const [open, setOpen] = useState(false)
  const folded = open ? 0 : Math.max(0, lines.length - SHOWN)
  return (
    <div className="actgroup">
      <p className="cm">{`# ${act === null ? t('terminal.between') : own(`act.${act}`)}`}</p>
      {folded > 0 && (
        <button type="button" className="more" onClick={() => setOpen(true)}>
          {t('terminal.more', { n: folded })}
        </button>
      )}
      <ol lang="en">
        {lines.slice(folded).map((line) => (
          <Sent key={line.number} line={line} run={run} />
        ))}
      </ol>
    </div>
  )
}
