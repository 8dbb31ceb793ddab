'use client'
import { cx } from '@/app/_ui/cx'
import { Icon } from '@/app/_ui/icon'
// Compares what was found with what the visitor said.
import { useText } from '@/lib/i18n/client'
import type { LabFinding } from '@/lib/labs/lab'
import type { StrategyName } from '@/lib/strategies/strategy'
import { useFactValues } from '../fact-values'
import { useKept } from '../run/kept'
import { type LabSheet, namespaceOf, positionIn } from '../sheet'
import { findingOf } from './verdict-cell'

interface Props {
  sheet: LabSheet
  /** Id of the position. */
  position: string
  findings: readonly LabFinding[]
  lane: StrategyName
}

/** The conclusion for one lane: after its last moment, never before, and never beside findings that it does not tell of. */
export function So({ sheet, position, findings, lane }: Props) {
  const own = useText(namespaceOf(sheet.slug))
  const factValues = useFactValues()
  const found = findings.filter((finding) => finding.lane === lane)
  if (found.length < sheet.moments.length) return null
  const expected = positionIn(sheet, position).expected[lane]
  if (!found.every(({ moment, outcome }) => expected?.[moment] === outcome)) return null
  const facts = Object.assign({}, ...found.map((finding) => finding.facts))
  return <p className="text-14">{own(`so.${position}.${lane}`, factValues(facts))}</p>
}

export function YouSaid({ sheet, findings, lane }: Omit<Props, 'position'>) {
  const t = useText('labs')
  const own = useText(namespaceOf(sheet.slug))
  const said = useKept(({ guesses }) => guesses[sheet.slug]?.[lane])
  const found = findingOf(findings, lane, sheet.asks.moment)?.outcome
  if (said === undefined || found === undefined) return null
  const isRight = said === found
  const words = { said: own(`outcome.${said}`), found: own(`outcome.${found}`) }
  return (
    <p className={cx('flex items-center gap-1.5 text-12', isRight ? 'text-ink-2' : 'font-semibold text-ink')}>
      <Icon name={isRight ? 'check' : 'cross'} className="size-3 stroke-2" />
      <span>{t(isRight ? 'verdict.you-said' : 'verdict.you-said-but', words)}</span>
    </p>
  )
}
