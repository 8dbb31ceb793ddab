'use client'
// Made when it is asked for, from what is on the page: nothing is sent anywhere.
import { useState } from 'react'
import { turnName } from '@/app/_live/dials/words'
import { Button } from '@/app/_ui/button'
import { copyText } from '@/app/_ui/copy-text'
import { type EvidenceTable, shownAt } from '@/lib/choose/evidence'
import { type Decision, type RecordWords, recordOf } from '@/lib/choose/record'
import { useLocale } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'
import { duration } from '@/lib/reading/format'
import { type CellWords, cellPath, sayCell } from './say-cell'

interface Props {
  decided: Decision
  words: CellWords
  evidence: EvidenceTable
}

export function TakeAlong({ decided, words, evidence }: Props) {
  const { t } = words
  const locale = useLocale()
  const [told, setTold] = useState<'copied' | 'not-copied' | null>(null)
  const make = () => {
    const made = { page: location.href, date: new Date().toISOString().slice(0, 10) }
    return recordOf(decided, sayingIn(words, evidence, locale), made)
  }
  return (
    <section aria-labelledby="record" className="print:hidden">
      <h2 id="record" className="text-20 leading-tight">
        {t('record.title')}
      </h2>
      <p className="max-w-measure pt-2 leading-text text-ink-2">{t('record.text')}</p>
      <div className="flex flex-wrap items-center gap-2 pt-3">
        <Button
          look="solid"
          onClick={async () => setTold((await copyText(make())) ? 'copied' : 'not-copied')}
        >
          {t('record.copy')}
        </Button>
        <Button onClick={() => download(make(), t('record.file'))}>{t('record.download')}</Button>
        <Button onClick={() => print()}>{t('record.print')}</Button>
        <span role="status" className="text-13 text-ink-2">
          {told && t(`record.${told}`)}
        </span>
      </div>
    </section>
  )
}

function sayingIn(words: CellWords, evidence: EvidenceTable, locale: string): RecordWords {
  const seconds = (row: 'ownEnd' | 'absoluteEnd', { lane, dials }: Parameters<RecordWords['ends']>[0]) =>
    duration(Number(shownAt(evidence[row]?.[lane] ?? [], dials)?.outcome), locale)
  return {
    t: words.t,
    cell: ({ rule, shown }, lane) =>
      shown && {
        text: sayCell(words, rule.asks, shown),
        href: location.origin + localePath(locale, cellPath(rule.asks, shown, lane)),
      },
    dials: (lane, dials) =>
      Object.entries(dials)
        .map(([name, value]) => turnName(words.dials, { strategy: lane, name, value }))
        .join('; '),
    lanes: (lanes) => lanes.join(', '),
    ends: (fit) => ({ own: seconds('ownEnd', fit), absolute: seconds('absoluteEnd', fit) }),
  }
}

function download(text: string, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
