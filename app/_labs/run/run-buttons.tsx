'use client'
import { useOpen } from '@/app/_live/state/use-open'
import { Icon } from '@/app/_ui/icon'
// Starts and stops runs on a click.
import { useText } from '@/lib/i18n/client'
import { type LabSheet, lanesAsked } from '../sheet'
import { useKept } from './kept'
import { Progress } from './progress'
import { nextAct, resetLab, startRun, stopRun } from './run'
import { useRun } from './run-state'

export function RunButtons({ sheet, position }: { sheet: LabSheet; position: string }) {
  const t = useText('labs')
  const open = useOpen()
  const { report, pace, busy } = useRun()
  const hasResults = useKept(({ results }) => Object.keys(results[sheet.slug] ?? {}).length > 0)
  const goesOn = report !== null && (report.state === 'waiting' || report.state === 'playing')
  const isWaiting = goesOn && pace === 'act'
  return (
    <div className="run">
      {isWaiting ? (
        <button type="button" className="btn solid" disabled={busy} onClick={() => void nextAct(sheet)}>
          {t('run.next')}
        </button>
      ) : (
        <button
          type="button"
          className="btn solid"
          disabled={!open || busy}
          onClick={() => void startRun(sheet, position, 'all')}
        >
          <Icon name="play" />
          <span>{t(report || hasResults ? 'run.again' : 'run.all')}</span>
        </button>
      )}
      <div className="also">
        {isWaiting || busy ? (
          <button type="button" className="btn quiet sm" onClick={() => void stopRun()}>
            {t('run.stop')}
          </button>
        ) : (
          <button
            type="button"
            className="btn quiet sm"
            disabled={!open}
            onClick={() => void startRun(sheet, position, 'act')}
          >
            {t('run.by-act')}
          </button>
        )}
        {(report || hasResults) && !busy && (
          <button type="button" className="btn quiet sm" onClick={() => void resetLab(sheet)}>
            {t('run.reset')}
          </button>
        )}
      </div>
      <GuessNote sheet={sheet} />
      <Progress sheet={sheet} />
    </div>
  )
}

function GuessNote({ sheet }: { sheet: LabSheet }) {
  const t = useText('labs')
  const isComplete = useKept(({ guesses }) =>
    lanesAsked(sheet).every((lane) => guesses[sheet.slug]?.[lane] !== undefined),
  )
  return <p>{t(isComplete ? 'predict.kept' : 'predict.first')}</p>
}
