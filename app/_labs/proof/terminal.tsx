'use client'
// Follows the run; shows and copies commands on a click.
import { useState } from 'react'
import { cx } from '@/app/_ui/cx'
import { Icon } from '@/app/_ui/icon'
import { Segments } from '@/app/_ui/segments'
import { useText } from '@/lib/i18n/client'
import type { RunReport } from '@/lib/labs/run/run'
import { doneIn } from '../run/progress'
import { useRun } from '../run/run-state'
import { type LabSheet, namespaceOf } from '../sheet'
import { Sent } from './sent'
import { linesByAct, type NumberedLine } from './sent-groups'

type Filter = 'attacker' | 'all'

/** What will be sent, act by act; then the very commands, and what was answered to each. */
export function Terminal({ n, sheet, run }: { n: number; sheet: LabSheet; run: RunReport | null }) {
  const t = useText('labs')
  const [chosen, choose] = useState<Filter | null>(null)
  const sent = run?.sent ?? []
  const hasAttacker = sent.some(({ device }) => device === 'attacker')
  const filter = chosen ?? (hasAttacker ? 'attacker' : 'all')
  const groups = linesByAct(sent, filter, sheet.acts)
  const shown = groups.reduce((sum, { lines }) => sum + lines.length, 0)
  const between = groups.find(({ act }) => act === null)
  return (
    <section
      aria-labelledby="h-term"
      className="terminal mt-6 min-w-0 rounded-2 border border-line bg-sunk text-ink max-tablet:-mx-gutter max-tablet:rounded-none max-tablet:border-x-0 print:hidden"
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-2 text-13 text-ink-2">
        <h2 id="h-term" className="flex items-center gap-2.5 text-14 text-ink">
          <span aria-hidden="true" className="font-normal text-ink-3">
            {n}
          </span>
          <Icon name="terminal" />
          <span>{t('terminal.title')}</span>
        </h2>
        {sent.length > 0 && (
          <Segments
            name="terminal-of"
            label={t('terminal.of')}
            segments={(['attacker', 'all'] as const).map((id) => ({ id, label: t(`terminal.${id}`) }))}
            chosen={filter}
            choose={choose}
          />
        )}
        <span className="ml-auto text-12 text-ink-3">
          {shown === sent.length
            ? t('terminal.count', { n: shown })
            : t('terminal.count-some', { n: shown, of: sent.length })}
        </span>
      </header>
      <div className="px-4 pt-1.5 pb-3">
        <p className="pt-2 text-12 text-ink-2">{t(run ? whatCame(run) : 'terminal.empty')}</p>
        <ol aria-label={t('acts')}>
          {sheet.acts.map((act) => (
            <ActGroup
              key={act}
              sheet={sheet}
              act={act}
              run={run}
              lines={groups.find((one) => one.act === act)?.lines ?? []}
            />
          ))}
          {between && <ActGroup sheet={sheet} act={null} run={run} lines={between.lines} />}
        </ol>
      </div>
    </section>
  )
}

const whatCame = ({ state, sent }: RunReport) =>
  state === 'done' && sent.length === 0 ? 'terminal.none' : 'terminal.sent'

interface GroupProps {
  sheet: LabSheet
  /** null: what was sent between the acts. */
  act: string | null
  lines: readonly NumberedLine[]
  run: RunReport | null
}

/** Beyond it the older ones are folded. */
const SHOWN = 3

function ActGroup({ sheet, act, lines, run }: GroupProps) {
  const t = useText('labs')
  const [open, setOpen] = useState(false)
  const folded = open ? 0 : Math.max(0, lines.length - SHOWN)
  return (
    <li className="border-line not-first:border-t">
      <ActHead sheet={sheet} act={act} run={run} />
      {folded > 0 && (
        <button
          type="button"
          className="min-h-6 text-12 text-ink-2 underline decoration-line-strong underline-offset-3 hover:text-ink max-tablet:min-h-10"
          onClick={() => setOpen(true)}
        >
          {t('terminal.more', { n: folded })}
        </button>
      )}
      {lines.length > 0 && (
        <ol className="pb-2">
          {lines.slice(folded).map((line) => (
            <Sent key={line.number} line={line} run={run!} />
          ))}
        </ol>
      )}
    </li>
  )
}

/** With a tick once every lane has done it. */
function ActHead({ sheet, act, run }: Omit<GroupProps, 'lines'>) {
  const t = useText('labs')
  const own = useText(namespaceOf(sheet.slug))
  const busy = useRun((state) => state.busy)
  if (act === null) return <p className="pt-2 pb-1 text-13 text-ink-2">{t('terminal.between')}</p>
  const at = sheet.acts.indexOf(act)
  const done = run ? doneIn(run) : 0
  const isNow = busy && at === done
  return (
    <p
      aria-current={isNow ? 'step' : undefined}
      className={cx(
        'flex items-center gap-2 py-1.5 text-13',
        isNow ? 'font-semibold text-ink' : 'text-ink-2',
      )}
    >
      {at < done ? (
        <Icon name="check" className="size-3 stroke-2" />
      ) : (
        <span
          aria-hidden="true"
          className="size-3 flex-none rounded-1 border border-dashed border-line-strong"
        />
      )}
      <span className="font-mono text-12 text-ink-3">{at + 1}</span>
      <span>
        <span>{own(`act.${act}`)}</span>
        {at < done && <span className="sr-only">, {t('act-done')}</span>}
      </span>
    </p>
  )
}
