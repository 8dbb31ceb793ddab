'use client'
// What the visitor's own run of one position has changed, in its own line: it was pressed there.
import { useText } from '@/lib/i18n/client'
import { type LabPosition, lanesOf } from '@/lib/labs/lab'
import { LaneName } from '../lane-name'
import { type LabSheet, namespaceOf } from '../sheet'
import { So } from '../verdict/conclusion'
import { Outcome } from '../verdict/outcome'
import { differencesOf, type TurnedCell } from './differences'
import { useKept } from './kept'
import { useShown } from './use-lab'

interface Props {
  sheet: LabSheet
  position: LabPosition
}

export function Changed({ sheet, position }: Props) {
  const { findings } = useShown(sheet.slug, position.id)
  const byDefault = useKept(({ results }) => results[sheet.slug]?.default?.findings)
  const lanes = lanesOf(position)
  const isWhole = findings.length >= lanes.length * sheet.moments.length
  if (!isWhole) return null
  return (
    <div className="grid content-start gap-1">
      {position.id !== 'default' && byDefault && (
        <Differences sheet={sheet} of={differencesOf(findings, byDefault)} />
      )}
      {lanes.map((lane) => (
        <div key={lane} className="flex items-baseline gap-x-2.5">
          <LaneName lane={lane} />
          <So sheet={sheet} position={position.id} findings={findings} lane={lane} />
        </div>
      ))}
    </div>
  )
}

function Differences({ sheet, of }: { sheet: LabSheet; of: readonly TurnedCell[] }) {
  const t = useText('labs')
  const own = useText(namespaceOf(sheet.slug))
  if (of.length === 0) return <p className="font-semibold">{t('dial.nothing')}</p>
  return (
    <ul className="grid gap-1" aria-label={t('dial.changed')}>
      {of.map(({ finding, was }) => (
        <li key={finding.lane + finding.moment} className="flex flex-wrap items-baseline gap-x-2">
          <span className="text-ink-2">{`${own(`moment.${finding.moment}`)}:`}</span>
          <s className="text-ink-3 print:no-underline">
            <span className="sr-only">{`${t('dial.before')} `}</span>
            <span>{own(`outcome.${was}`)}</span>
          </s>
          <Outcome sheet={sheet} outcome={finding.outcome} />
        </li>
      ))}
    </ul>
  )
}
