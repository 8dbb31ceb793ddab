'use client'
import { useText } from '@/lib/i18n/client'
// Speaks the lab's words, which its page brings along.
import type { Tone } from '@/lib/labs/lab'
import { type LabSheet, namespaceOf } from '../sheet'

/** The word for what came of a moment, and its sign: full, empty or dashed, never a colour. */
export function Outcome({ sheet, outcome }: { sheet: LabSheet; outcome: string }) {
  const t = useText(namespaceOf(sheet.slug))
  const labs = useText('labs')
  const tone: Tone = sheet.outcomes[outcome] ?? 'neutral'
  return (
    <b className={`outcome ${tone}`}>
      <span className="dot" aria-hidden="true" />
      <span>{t(`outcome.${outcome}`)}</span>
      <span className="vh">{` (${labs(`tone.${tone}`)})`}</span>
    </b>
  )
}
