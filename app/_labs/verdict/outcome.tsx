'use client'
import { cx } from '@/app/_ui/cx'
import { Icon } from '@/app/_ui/icon'
import { Mark } from '@/app/_ui/mark'
import { useText } from '@/lib/i18n/client'
// Speaks the lab's words, which its page brings along.
import type { Tone } from '@/lib/labs/lab'
import { type LabSheet, namespaceOf } from '../sheet'

const TONES = ['held', 'exposed', 'neutral'] as const satisfies readonly Tone[]

/** The word for what came of a moment, and its sign: a shield, an open eye or a dash, never a colour. */
export function Outcome({ sheet, outcome }: { sheet: LabSheet; outcome: string }) {
  const t = useText(namespaceOf(sheet.slug))
  const labs = useText('labs')
  const tone: Tone = sheet.outcomes[outcome] ?? 'neutral'
  return (
    <b
      data-tone={tone}
      className={cx('inline-flex items-start gap-1.5', tone === 'exposed' ? 'font-bold' : 'font-medium')}
    >
      <ToneMark tone={tone} />
      <span>
        <span>{t(`outcome.${outcome}`)}</span>
        <span className="sr-only">{` (${labs(`tone.${tone}`)})`}</span>
      </span>
    </b>
  )
}

function ToneMark({ tone }: { tone: Tone }) {
  if (tone === 'neutral') return <Icon name="minus" className="mt-0.5 size-3.5 stroke-2" />
  return <Mark of={tone} className="mt-0.5 size-3.5" />
}

/** What the three signs mean. */
export function ToneLegend() {
  const t = useText('labs')
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-12 text-ink-2">
      {TONES.map((tone) => (
        <li key={tone} className="flex items-start gap-1.5">
          <ToneMark tone={tone} />
          <span>{t(`legend.${tone}`)}</span>
        </li>
      ))}
    </ul>
  )
}
