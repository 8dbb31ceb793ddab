'use client'
import { Icon } from '@/app/_ui/icon'
// Opens the exchange that proves it.
import { useText } from '@/lib/i18n/client'
import type { LabFinding, LabPosition } from '@/lib/labs/lab'
import type { StrategyName } from '@/lib/strategies/strategy'
import { useFactValues } from '../fact-values'
import { openProof } from '../proof/proof'
import type { Shown } from '../run/use-lab'
import { type LabSheet, namespaceOf } from '../sheet'
import { Outcome } from './outcome'

/** What the cells of one table draw from. */
export interface VerdictRows {
  sheet: LabSheet
  position: LabPosition
  shown: Shown
  /** The findings of the defaults, to be compared with; null: there are none, or these are they. */
  before: readonly LabFinding[] | null
}

export interface CellProps extends VerdictRows {
  lane: StrategyName
  moment: string
}

export const findingOf = (findings: readonly LabFinding[], lane: StrategyName, moment: string) =>
  findings.find((finding) => finding.lane === lane && finding.moment === moment)

export function Cell(props: CellProps) {
  const { sheet, position, shown, before, lane, moment } = props
  const t = useText('labs')
  const own = useText(namespaceOf(sheet.slug))
  const factValues = useFactValues()
  const finding = findingOf(shown.findings, lane, moment)
  if (!finding) return <span className="notyet">{t('verdict.not-yet')}</span>
  const note = `note.${position.id}.${lane}.${moment}`
  const expected = position.expected[lane]?.[moment]
  const earlier = before && findingOf(before, lane, moment)
  return (
    <>
      <Proof {...props} finding={finding} />
      <Outcome sheet={sheet} outcome={finding.outcome} />
      {own.has(note) && <small>{own(note, factValues(finding.facts))}</small>}
      {finding.facts.decided && (
        <small className="decided">{t(`decided.${finding.facts.decided}`, factValues(finding.facts))}</small>
      )}
      {finding.readFrom && <small className="read-from">{t(`reading.${finding.readFrom}`)}</small>}
      {earlier && (
        <small className={earlier.outcome === finding.outcome ? undefined : 'moved'}>
          {t(earlier.outcome === finding.outcome ? 'verdict.same' : 'verdict.was', {
            outcome: own(`outcome.${earlier.outcome}`),
          })}
        </small>
      )}
      {expected !== undefined && expected !== finding.outcome && (
        <small className="wrong" role="alert">
          {t('verdict.wrong', { outcome: own(`outcome.${expected}`) })}
        </small>
      )}
    </>
  )
}

function Proof({ sheet, shown, lane, moment, finding }: CellProps & { finding: LabFinding }) {
  const t = useText('labs')
  const own = useText(namespaceOf(sheet.slug))
  const { run } = shown
  if (!run || finding.exchange === null) return null
  const index = run.sent.findIndex((line) => line.lane === lane && line.exchange === finding.exchange)
  const sent = run.sent[index]
  const name = t('verdict.open', { lane, moment: own(`moment.${moment}`) })
  return (
    <button
      type="button"
      className="proof"
      onClick={() => openProof({ run, lane, id: finding.exchange!, title: own(`moment.${moment}`) })}
    >
      <span className="vh">{`${name} `}</span>
      {sent && (
        <span className={sent.status >= 400 ? 'status no' : 'status'}>
          <Icon name={sent.status >= 400 ? 'cross' : 'check'} />
          <span>{sent.status}</span>
        </span>
      )}
      <span className="nr">
        <Icon name="link" />
        <span>{sent ? index + 1 : t('verdict.proof-short')}</span>
      </span>
    </button>
  )
}
