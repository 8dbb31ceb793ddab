'use client'
import { cx } from '@/app/_ui/cx'
import { Icon } from '@/app/_ui/icon'
import { Status } from '@/app/_ui/status'
// Opens the exchange that proves it.
import { useText } from '@/lib/i18n/client'
import type { LabFinding, LabPosition } from '@/lib/labs/lab'
import type { StrategyName } from '@/lib/strategies/strategy'
import { useFactValues } from '../fact-values'
import { openProof } from '../proof/proof'
import type { Shown } from '../run/use-lab'
import { type LabSheet, namespaceOf } from '../sheet'
import { Elsewhere, isKnown } from './elsewhere'
import { Outcome } from './outcome'

/** What the cells of one table draw from. */
export interface VerdictRows {
  sheet: LabSheet
  position: LabPosition
  shown: Shown
  /** The findings of the defaults, to be compared with; null: there are none, or these are they. */
  before: readonly LabFinding[] | null
}

interface CellProps extends VerdictRows {
  lane: StrategyName
  moment: string
}

type FoundProps = CellProps & { finding: LabFinding }

export const findingOf = (findings: readonly LabFinding[], lane: StrategyName, moment: string) =>
  findings.find((finding) => finding.lane === lane && finding.moment === moment)

const SMALL = 'block text-12 text-ink-2'

/** A lane without this dial is as it was on the defaults: it stays beside the one whose dial was turned. */
export function Cell(props: CellProps) {
  const { position, shown, before, lane, moment } = props
  if (position.expected[lane] === undefined) {
    const earlier = before && findingOf(before, lane, moment)
    return (
      earlier && (
        <span className="text-ink-3" data-as-default="">
          <Outcome sheet={props.sheet} outcome={earlier.outcome} />
        </span>
      )
    )
  }
  const finding = findingOf(shown.findings, lane, moment)
  return finding ? <Found {...props} finding={finding} /> : null
}

function Found(props: FoundProps) {
  const { sheet, position, before, lane, moment, finding } = props
  const t = useText('labs')
  const own = useText(namespaceOf(sheet.slug))
  const factValues = useFactValues()
  const note = `note.${position.id}.${lane}.${moment}`
  const earlier = before && findingOf(before, lane, moment)
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-2 gap-y-1">
        <Outcome sheet={sheet} outcome={finding.outcome} />
        <Proof {...props} />
      </div>
      {own.has(note) && <small className={SMALL}>{own(note, factValues(finding.facts))}</small>}
      {finding.facts.decided && (
        <small className={SMALL} data-decided="">
          {t(`decided.${finding.facts.decided}`, factValues(finding.facts))}
        </small>
      )}
      {finding.readFrom && (
        <small className={SMALL} data-read-from="">
          {t(`reading.${finding.readFrom}`)}
        </small>
      )}
      {earlier && (
        <small className={cx(SMALL, earlier.outcome !== finding.outcome && 'font-semibold text-ink')}>
          {t(earlier.outcome === finding.outcome ? 'verdict.same' : 'verdict.was', {
            outcome: own(`outcome.${earlier.outcome}`),
          })}
        </small>
      )}
      <Elsewhere {...props} />
      <Wrong {...props} />
    </>
  )
}

/** This site has said otherwise, and is wrong: no engine that was measured shows that. */
export function Wrong(props: FoundProps) {
  const { sheet, position, lane, moment, finding } = props
  const t = useText('labs')
  const own = useText(namespaceOf(sheet.slug))
  const expected = position.expected[lane]?.[moment]
  if (expected === undefined || expected === finding.outcome || isKnown(props)) return null
  return (
    <small role="alert" className="mt-1 block border border-ink px-2 py-1 text-12 font-semibold text-ink">
      {t('verdict.wrong', { outcome: own(`outcome.${expected}`) })}
    </small>
  )
}

/** @param inVerdict the same proof stands in the table too: two buttons of one page have two names */
export function Proof({
  sheet,
  shown,
  lane,
  moment,
  finding,
  inVerdict,
}: FoundProps & { inVerdict?: boolean }) {
  const t = useText('labs')
  const own = useText(namespaceOf(sheet.slug))
  const { run } = shown
  if (!run || finding.exchange === null) return null
  const index = run.sent.findIndex((line) => line.lane === lane && line.exchange === finding.exchange)
  const sent = run.sent[index]
  const title = own(`moment.${moment}`)
  const name = t(inVerdict ? 'verdict.open-of' : 'verdict.open', { lane, moment: title })
  return (
    <button
      type="button"
      className="-my-0.5 inline-flex min-h-6 items-center gap-2 rounded-1 text-12 text-ink-2 hover:text-ink max-tablet:min-h-10 max-tablet:min-w-10 max-tablet:justify-end print:hidden"
      onClick={() => openProof({ run, lane, id: finding.exchange!, title })}
    >
      <span className="sr-only">{`${name} `}</span>
      {sent && <Status status={sent.status} />}
      <span className="inline-flex items-center gap-1 whitespace-nowrap underline decoration-line-strong underline-offset-3">
        <Icon name="link" className="size-3 stroke-[1.5]" />
        <span>{sent ? index + 1 : t('verdict.proof-short')}</span>
      </span>
    </button>
  )
}
