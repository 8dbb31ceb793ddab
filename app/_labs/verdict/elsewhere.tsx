'use client'
// The engines that were measured, beside the visitor's own run.
import { useText } from '@/lib/i18n/client'
import type { LabFinding, LabPosition } from '@/lib/labs/lab'
import { type LabSheet, namespaceOf } from '../sheet'

interface Props {
  sheet: LabSheet
  position: LabPosition
  finding: LabFinding
}

/** Where an engine shows something else than the visitor's own run does. */
export function Elsewhere({ sheet, position, finding }: Props) {
  const t = useText('labs')
  const own = useText(namespaceOf(sheet.slug))
  const others = seenIn(sheet, position.id, finding).filter(({ outcome }) => outcome !== finding.outcome)
  return [...new Set(others.map(({ outcome }) => outcome))].map((outcome) => {
    const browsers = others.filter((one) => one.outcome === outcome).map(({ browser }) => browser)
    return (
      <small key={outcome} className="block text-12 text-ink-3" data-elsewhere="">
        {t('verdict.elsewhere', { browsers: browsers.join(', '), outcome: own(`outcome.${outcome}`) })}
      </small>
    )
  })
}

/** An engine that was measured shows just that: this site is not wrong about it. */
export const isKnown = ({ sheet, position, finding }: Props) =>
  seenIn(sheet, position.id, finding).some(({ outcome }) => outcome === finding.outcome)

function seenIn({ elsewhere }: LabSheet, position: string, { lane, moment }: LabFinding) {
  const outcomes = elsewhere?.cells[`${position}.${lane}.${moment}`] ?? []
  return outcomes.map((outcome, nth) => ({ outcome, browser: elsewhere!.browsers[nth]! }))
}
