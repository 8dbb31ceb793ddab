import type { Text } from '@/lib/i18n/text'
import { VerdictWord } from './verdict-word'

const TO_EXPLAIN = ['wrong', 'outdated', 'imprecise'] as const

/** What the words of a verdict mean. */
export function Meanings({ t }: { t: Text }) {
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1 pt-3 text-13 text-ink-2">
      {TO_EXPLAIN.map((verdict) => (
        <div key={verdict} className="flex items-baseline gap-2">
          <dt>
            <VerdictWord verdict={verdict} word={t(`verdict.${verdict}`)} />
          </dt>
          <dd>{t(`meaning.${verdict}`)}</dd>
        </div>
      ))}
    </dl>
  )
}
